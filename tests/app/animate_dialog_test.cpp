// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/animate_dialog.h"

#include "core/labs/all.h"
#include "core/model/number_of.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

namespace theta {
namespace {

Origin origin_of(const char* id) {
  const Lab& lab = *find_lab(id);
  return {.lab = &lab, .state = {lab.id, initial_values(lab), {}}, .version = "0"};
}

std::size_t place_of(const Origin& origin, std::string_view id) {
  return *find_field(origin.lab->fields, id);
}

const FilmChoice small_film{.sheet = {.width = 80, .height = 60, .dpi = 60}};

/// A dialog that starts with a parameter, and what a person does there.
class Animating {
 public:
  Animating(const Origin& origin, const char* parameter, const FilmChoice& last = small_film)
      : dialog_(origin, last, place_of(origin, parameter), light_theme()) {}

  AnimateDialog& dialog() { return dialog_; }

  QComboBox* combo(const char* name) {
    for (auto* each : dialog_.findChildren<QComboBox*>())
      if (each->accessibleName() == QLatin1String(name)) return each;
    return nullptr;
  }

  void choose(const char* name, const QString& words) {
    QComboBox* box = combo(name);
    ASSERT_TRUE(box) << name;
    const int index = box->findText(words, Qt::MatchContains);
    ASSERT_GE(index, 0) << words.toStdString();
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
  }

  QLineEdit* box(const char* name) {
    for (auto* each : dialog_.findChildren<QLineEdit*>())
      if (each->accessibleName().startsWith(QLatin1String(name))) return each;
    return nullptr;
  }

  void enter(const char* name, const char* number) {
    QLineEdit* edit = box(name);
    ASSERT_TRUE(edit) << name;
    edit->selectAll();
    QTest::keyClicks(edit, QLatin1String(number));
    QTest::keyClick(edit, Qt::Key_Return);
  }

  bool says(const QString& words) {
    return std::ranges::any_of(dialog_.findChildren<QLabel*>(),
                               [&](const QLabel* label) { return label->text().contains(words); });
  }

  const Variation& accepted() {
    dialog_.accept();
    EXPECT_EQ(dialog_.result(), QDialog::Accepted);
    return dialog_.film().variation;
  }

 private:
  AnimateDialog dialog_;
};

TEST(AnimateDialog, ProposesTheWholeRange) {
  Animating animating(origin_of("gumbel-softmax"), "temperature");
  const Variation& variation = animating.accepted();
  EXPECT_EQ(variation.steps.size(), 60u);
  EXPECT_EQ(number_of(variation.steps.front().value), 0.01);
  EXPECT_EQ(number_of(variation.steps.back().value), 20);
}

TEST(AnimateDialog, PlaysOnceUnlessTheLastFilmDidNot) {
  const auto way = [](PlayWay last) {
    FilmChoice choice = small_film;
    choice.timing.way = last;
    Animating animating(origin_of("rope"), "key_position", choice);
    animating.accepted();
    return animating.dialog().film().way;
  };
  EXPECT_EQ(way(FilmTiming{}.way), PlayWay::once);
  EXPECT_EQ(way(PlayWay::round), PlayWay::round);
}

TEST(AnimateDialog, ProposesTheNextPositions) {
  Origin origin = origin_of("rope");
  const std::size_t position = place_of(origin, "key_position");
  origin.state.values[position] = std::int64_t{7};
  Animating near_the_start(origin, "key_position");
  const Variation& variation = near_the_start.accepted();
  EXPECT_EQ(variation.steps.size(), 60u);
  EXPECT_EQ(number_of(variation.steps.front().value), 7);
  EXPECT_EQ(number_of(variation.steps.back().value), 66);
  origin.state.values[position] = std::int64_t{10'000'000};
  Animating at_the_end(origin, "key_position");
  EXPECT_EQ(number_of(at_the_end.accepted().steps.front().value), 9'999'941);
}

TEST(AnimateDialog, FilmsAnotherParameterWhereOneIsChosen) {
  const Origin origin = origin_of("gumbel-softmax");
  Animating animating(origin, "temperature");
  animating.dialog().show();
  QComboBox* parameter = animating.combo("Parameter");
  ASSERT_TRUE(parameter);
  parameter->setFocus();
  const int before = parameter->currentIndex();
  QTest::keyClick(parameter, before == 0 ? Qt::Key_Down : Qt::Key_Up);
  ASSERT_NE(parameter->currentIndex(), before);
  QTest::mouseClick(animating.dialog().findChild<QDialogButtonBox*>()->buttons().front(), Qt::LeftButton);
  EXPECT_EQ(animating.dialog().result(), QDialog::Accepted);
  EXPECT_NE(animating.dialog().film().variation.field, place_of(origin, "temperature"));
}

TEST(AnimateDialog, HasAFilmOfEveryPreset) {
  for (const Lab& lab : all_labs()) {
    for (const Preset& preset : lab.presets()) {
      const Origin origin{.lab = &lab, .state = {lab.id, preset_values(lab, preset), {}}, .version = "0"};
      AnimateDialog dialog(origin, small_film, 0, light_theme());
      dialog.accept();
      EXPECT_EQ(dialog.result(), QDialog::Accepted) << lab.id << " " << preset.id;
    }
  }
}

TEST(AnimateDialog, StartsWithWhatWasChosenLast) {
  FilmChoice last{.timing = {.steps = 7, .rate = 12, .way = PlayWay::to_and_fro},
                  .format = FilmFormat::pictures,
                  .sheet = {.width = 90, .height = 70, .theme = SheetTheme::dark, .dpi = 72},
                  .range = {.lab = "gumbel-softmax", .parameter = "temperature", .from = 0.5, .to = 2}};
  Animating again(origin_of("gumbel-softmax"), "temperature", last);
  again.accepted();
  EXPECT_EQ(again.dialog().choice(), last);
  EXPECT_EQ(again.dialog().film().rate, 12);
  EXPECT_EQ(again.dialog().film().sheet, last.sheet);
  Animating elsewhere(origin_of("attention-decay"), "base", last);
  elsewhere.accepted();
  EXPECT_EQ(elsewhere.dialog().choice().timing, last.timing);
  EXPECT_EQ(elsewhere.dialog().choice().range.lab, "attention-decay");
}

TEST(AnimateDialog, SaysHowManyFramesThereAreAndHowLongTheyTake) {
  Animating animating(origin_of("gumbel-softmax"), "temperature");
  EXPECT_TRUE(animating.says(QStringLiteral("60 frames · 2.4 s · 189 × 142 pixels")));
  animating.choose("Play", QStringLiteral("To and fro"));
  EXPECT_TRUE(animating.says(QStringLiteral("118 frames · 4.72 s")));
}

TEST(AnimateDialog, SaysWhereThereAreFewerValuesThanSteps) {
  Animating animating(origin_of("rope"), "key_position");
  animating.enter("From", "0");
  animating.enter("To", "10");
  animating.enter("Steps", "500");
  EXPECT_TRUE(animating.says(QStringLiteral("11 frames")));
  EXPECT_TRUE(animating.says(QStringLiteral("11 values instead of 500: no more of them differ.")));
  EXPECT_EQ(animating.accepted().steps.size(), 11u);
}

TEST(AnimateDialog, SetsTheSheetInAnyUnit) {
  Animating animating(origin_of("gumbel-softmax"), "temperature");
  animating.enter("Width", "2in");
  EXPECT_EQ(animating.dialog().film().sheet.width, 50.8);
  EXPECT_TRUE(animating.says(QStringLiteral("120 × 142 pixels")));
  animating.enter("Width", "1");
  EXPECT_EQ(animating.dialog().film().sheet.width, 50.8) << "a width that cannot be changes nothing";
}

TEST(AnimateDialog, OffersNoTransparencyWhereTheFormatHasNone) {
  FilmChoice last = small_film;
  last.format = FilmFormat::webm;
  last.sheet.transparent = true;
  Animating animating(origin_of("gumbel-softmax"), "temperature", last);
  EXPECT_TRUE(animating.dialog().film().sheet.transparent);
  animating.choose("Format", QStringLiteral("MP4"));
  EXPECT_FALSE(animating.dialog().film().sheet.transparent);
  EXPECT_EQ(animating.dialog().choice().format, FilmFormat::mp4);
  animating.choose("Format", QStringLiteral("WebM"));
  EXPECT_TRUE(animating.dialog().film().sheet.transparent);
}

TEST(AnimateDialog, OffersPicturesAloneWithoutFfmpeg) {
  const QByteArray path = qgetenv("PATH");
  qputenv("PATH", "/nowhere");
  Animating animating(origin_of("gumbel-softmax"), "temperature");
  qputenv("PATH", path);
  EXPECT_EQ(animating.dialog().choice().format, FilmFormat::pictures);
  EXPECT_FALSE(animating.dialog().findChild<QLabel*>(QStringLiteral("missing"))->isHidden());
  const auto* formats = qobject_cast<QStandardItemModel*>(animating.combo("Format")->model());
  for (const FilmFormat format : film_formats)
    EXPECT_EQ(formats->item(static_cast<int>(format))->isEnabled(), format == FilmFormat::pictures);
}

}  // namespace
}  // namespace theta
