// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "tests/ui/figure/sample.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

namespace theta {
namespace {

class ExportDialogTest : public testing::Test {
 protected:
  ExportDialogTest() : dialog_(shared(four_panels()), {}, light_theme()) {
    dialog_.show();
    settle();
  }

  void settle() { QTest::qWait(120); }

  void choose(const char* name, const QString& words) {
    for (auto* combo : dialog_.findChildren<QComboBox*>()) {
      if (combo->accessibleName() != QLatin1String(name)) continue;
      const int index = combo->findText(words, Qt::MatchContains);
      ASSERT_GE(index, 0);
      combo->setCurrentIndex(index);
      Q_EMIT combo->activated(index);
    }
    settle();
  }

  QPushButton* mend(const char* id) { return mend(id, dialog_); }

  static QPushButton* mend(const char* id, const ExportDialog& dialog) {
    auto* row = dialog.findChild<QWidget*>(QStringLiteral("preflight_") + QLatin1String(id));
    return row ? row->findChild<QPushButton*>() : nullptr;
  }

  /// Whether a setting's row is there, by the name of what sets it.
  bool offers(const char* name) {
    for (const auto* widget : dialog_.findChildren<QWidget*>())
      if (widget->accessibleName() == QLatin1String(name) && widget->isVisible()) return true;
    return false;
  }

  QString size_words() {
    for (auto* label : dialog_.findChildren<QLabel*>())
      if (label->text().contains(QStringLiteral(" mm · "))) return label->text();
    return {};
  }

  QSizeF preview() {
    for (auto* label : dialog_.findChildren<QLabel*>())
      if (!label->pixmap(Qt::ReturnByValue).isNull() && label->width() > 200)
        return label->pixmap(Qt::ReturnByValue).deviceIndependentSize();
    return {};
  }

  QScrollArea* preview_area() {
    for (auto* area : dialog_.findChildren<QScrollArea*>())
      if (qobject_cast<QLabel*>(area->widget())) return area;
    return nullptr;
  }

  ExportDialog dialog_;
};

TEST_F(ExportDialogTest, ShowsTheFigureAtItsTrueSize) {
  const QSizeF first = preview();
  EXPECT_NEAR(first.width() / first.height(), 1.5, 0.01);
  choose("Venue", QStringLiteral("one and a half"));
  EXPECT_NEAR(preview().width() / first.width(), 120.0 / 180, 0.01);
}

TEST_F(ExportDialogTest, AVenueSetsTheSheet) {
  choose("Venue", QStringLiteral("Nature, one column"));
  EXPECT_EQ(dialog_.choice().venue, "nature:single");
  EXPECT_EQ(dialog_.choice().sheet.width, 89);
  EXPECT_EQ(dialog_.choice().sheet.font_size, 7);
}

TEST_F(ExportDialogTest, AVenuesSheetIsAsHighAsThePanelsNeed) {
  choose("Venue", QStringLiteral("IEEE, one column"));
  EXPECT_GT(dialog_.choice().sheet.height, 150);
  EXPECT_FALSE(mend("room"));
}

TEST_F(ExportDialogTest, AButtonMendsWhatAVenueWouldRefuse) {
  ExportDialog flat(shared(four_panels()), {.sheet = {.width = 160, .height = 50}, .venue = "beamer"},
                    light_theme());
  flat.show();
  settle();
  QPushButton* button = mend("room", flat);
  ASSERT_TRUE(button);
  QTest::mouseClick(button, Qt::LeftButton);
  settle();
  EXPECT_FALSE(mend("room", flat));
  EXPECT_GT(flat.choice().sheet.height, 50) << "a slide is higher than that";
}

TEST_F(ExportDialogTest, ShowsChosenPanelsAlone) {
  const QList<QCheckBox*> boxes = dialog_.findChildren<QCheckBox*>();
  ASSERT_GE(boxes.size(), 4);
  QTest::mouseClick(boxes[0], Qt::LeftButton, {}, QPoint(8, boxes[0]->height() / 2));
  settle();
  EXPECT_EQ(dialog_.choice().sheet.panels.size(), four_panels().panels.size() - 1);
}

TEST_F(ExportDialogTest, KeepsTheFormat) {
  choose("Format", QStringLiteral("pgfplots"));
  EXPECT_EQ(dialog_.choice().format, FileFormat::tex);
  EXPECT_FALSE(mend("fonts"));
}

TEST_F(ExportDialogTest, OffersWhatTheFormatHas) {
  EXPECT_TRUE(offers("Theme") && offers("In steps") && offers("Venue"));
  EXPECT_FALSE(offers("Numbers"));
  choose("Format", QStringLiteral("PNG"));
  EXPECT_TRUE(offers("Theme"));
  EXPECT_FALSE(offers("In steps") || offers("Text"));
  EXPECT_TRUE(size_words().contains(QStringLiteral("pixels")));
  choose("Format", QStringLiteral("CSV"));
  EXPECT_FALSE(offers("Theme") || offers("Font") || offers("Width (mm)") || offers("Venue"));
  EXPECT_TRUE(offers("Numbers") && offers("Opens again"));
  EXPECT_TRUE(size_words().isEmpty());
}

TEST_F(ExportDialogTest, AVenueKeepsColoursThatWereChosenByHand) {
  choose("Venue", QStringLiteral("Nature, one column"));
  EXPECT_EQ(dialog_.choice().sheet.theme, SheetTheme::print);
  choose("Theme", QStringLiteral("Light"));
  choose("Venue", QStringLiteral("IEEE, one column"));
  EXPECT_EQ(dialog_.choice().sheet.theme, SheetTheme::light);
  EXPECT_NEAR(dialog_.choice().sheet.width, 88.9, 1e-9);
}

TEST_F(ExportDialogTest, SaysHowLargeAFigureIsSeen) {
  EXPECT_FALSE(size_words().contains(QStringLiteral("seen at"))) << size_words().toStdString();
  ExportDialog poster(shared(four_panels()), {.sheet = {.width = 2000, .height = 1000}}, light_theme());
  bool said = false;
  for (const auto* label : poster.findChildren<QLabel*>())
    said |= label->text().contains(QStringLiteral("seen at"));
  EXPECT_TRUE(said);
}

TEST_F(ExportDialogTest, AFigureThatFitsNeedsNoScrolling) {
  auto* scroll = preview_area();
  dialog_.findChild<QToolButton*>(QStringLiteral("fit"))->click();
  for (int width = 1000; width < 1040; width += 3) {
    dialog_.resize(width, 760);
    settle();
    EXPECT_LE(preview().width(), scroll->viewport()->width()) << width;
    EXPECT_EQ(scroll->horizontalScrollBar()->maximum(), 0) << width;
  }
}

}  // namespace
}  // namespace theta
