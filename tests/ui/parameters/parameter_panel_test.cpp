// SPDX-License-Identifier: GPL-3.0-or-later
// A panel with a row of every kind, worked with mouse and keys.
#include "ui/parameters/parameter_panel.h"

#include "core/model/change.h"
#include "core/model/describe.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/slider.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <optional>
#include <variant>

namespace theta {
namespace {

enum class Fruit { apple, pear, plum };

struct Stage {
  int kernel = 3;
  static void describe(auto&& field) {
    field(&Stage::kernel, Name{.id = "kernel", .label = "Kernel", .help = "Its size."},
          Integer{.low = 1, .high = 9});
  }
};

struct Sample {
  double base = 100;
  int count = 4;
  bool deep = false;
  Fruit fruit = Fruit::pear;
  std::vector<Fruit> fruits = {Fruit::apple};
  std::vector<double> shares = {0.5, 0.5};
  Point query = {1, 2};
  Seed seed = {7};
  Formula formula = {"x"};
  std::vector<Stage> layers = {Stage{}};
  double depth = 0.5;

  static void describe(auto&& field) {
    const std::vector<OptionName> fruit_names = {{"apple", "Apple"}, {"pear", "Pear"}, {"plum", "Plum"}};
    field(&Sample::base, Name{.id = "base", .label = "Base", .help = "A base.", .group = "All"},
          Real{.low = 1, .high = 1e4, .scale = Scale::log});
    field(&Sample::count, Name{.id = "count", .label = "Count", .help = "Even."},
          Integer{.low = 0, .high = 20, .multiple = 2});
    field(&Sample::deep, Name{.id = "deep", .label = "Deep", .help = "Or not."}, Toggle{});
    field(&Sample::fruit, Name{.id = "fruit", .label = "Fruit", .help = "One."}, Choice{fruit_names});
    field(&Sample::fruits, Name{.id = "fruits", .label = "Fruits", .help = "Some."},
          Choices{.options = fruit_names, .least = 1});
    field(&Sample::shares, Name{.id = "shares", .label = "Shares", .help = "Sum to one."},
          Reals{.low = 0, .high = 1, .least = 2, .most = 5, .sums_to_one = true});
    field(&Sample::query, Name{.id = "query", .label = "Query", .help = "A point."}, Plane{.reach = 3});
    field(&Sample::seed, Name{.id = "seed", .label = "Seed", .help = "Of chance."}, SeedNumber{});
    field(&Sample::formula, Name{.id = "formula", .label = "Formula", .help = "In x."},
          FormulaText{.check = [](const std::string& text) -> std::optional<FormulaError> {
            if (text.find('?') == text.npos) return {};
            return FormulaError{text.find('?'), "no question marks"};
          }});
    field(&Sample::layers, Name{.id = "layers", .label = "Layers", .help = "Rows."},
          Records{.fields = fields<Stage>(), .least = 1, .most = 3});
    field(&Sample::depth, Name{.id = "depth", .label = "Depth", .help = "Only when deep."},
          Real{.low = 0, .high = 1}, Rules<Sample>{.applies = [](const Sample& s) { return s.deep; }});
  }
};

/// The panel beside the values it asks to change, as a window has them.
class ParameterPanelTest : public testing::Test {
 protected:
  ParameterPanelTest() {
    QObject::connect(&panel_, &ParameterPanel::edited, &panel_, [this](const Edits& edits) {
      ++edits_;
      auto outcome = change(fields_, values_, edits);
      if (auto* changed = std::get_if<Changed>(&outcome)) values_ = changed->values;
      panel_.show_values(values_);
    });
    QObject::connect(&panel_, &ParameterPanel::problem, &panel_,
                     [this](const Problem& problem) { problem_ = fill(sentence(problem)); });
    panel_.show_theme(light_theme());
    panel_.show_fields(fields_);
    panel_.show_values(values_);
    panel_.resize(304, 1400);
    panel_.show();
    QTest::qWait(1);
  }

  Sample now() const { return from_values<Sample>(values_); }

  template <class Widget>
  Widget& named(const char* name) {
    for (auto* widget : panel_.findChildren<Widget*>())
      if (widget->accessibleName().startsWith(QString::fromUtf8(name))) return *widget;
    throw std::runtime_error(name);
  }

  void type(QLineEdit& line, const char* text) {
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, QString::fromUtf8(text));
    QTest::keyClick(&line, Qt::Key_Return);
  }

  std::vector<Field> fields_ = fields<Sample>();
  Values values_ = to_values(Sample{});
  ParameterPanel panel_;
  std::string problem_;
  int edits_ = 0;
};

TEST_F(ParameterPanelTest, NumbersAreTypedAsPeopleWriteThem) {
  type(named<NumberBox>("Base"), "2^10");
  EXPECT_EQ(now().base, 1024);
  type(named<NumberBox>("Count"), "8");
  EXPECT_EQ(now().count, 8);
}

TEST_F(ParameterPanelTest, AWrongNumberStaysMarkedAndChangesNothing) {
  auto& box = named<NumberBox>("Count");
  type(box, "7");
  EXPECT_EQ(now().count, 4);
  EXPECT_TRUE(box.refused());
  EXPECT_NE(problem_.find("even"), std::string::npos) << problem_;
  type(box, "6");
  EXPECT_FALSE(box.refused());
  EXPECT_EQ(now().count, 6);
}

TEST_F(ParameterPanelTest, ArrowKeysStepAndADoubleClickResets) {
  auto& slider = named<Slider>("Count");
  slider.setFocus();
  QTest::keyClick(&slider, Qt::Key_Right);
  EXPECT_EQ(now().count, 6);
  QTest::keyClick(&slider, Qt::Key_Left);
  QTest::keyClick(&slider, Qt::Key_Left);
  EXPECT_EQ(now().count, 2);
  QTest::mouseDClick(&slider, Qt::LeftButton, {}, slider.handle().toPoint());
  EXPECT_EQ(now().count, 4);
}

TEST_F(ParameterPanelTest, ASliderFollowsTheMouseFromDragStartToDragEnd) {
  auto& slider = named<Slider>("Base");
  int started = 0, ended = 0;
  QObject::connect(&panel_, &ParameterPanel::drag_started, &panel_, [&] { ++started; });
  QObject::connect(&panel_, &ParameterPanel::drag_ended, &panel_, [&] { ++ended; });
  const QPoint from = slider.handle().toPoint();
  QTest::mousePress(&slider, Qt::LeftButton, {}, from);
  QTest::mouseMove(&slider, from + QPoint(40, 0));
  EXPECT_GT(now().base, 200);
  QTest::mouseMove(&slider, QPoint(slider.width() + 200, from.y()));
  EXPECT_EQ(now().base, 1e4);
  QTest::mouseRelease(&slider, Qt::LeftButton, {}, from);
  EXPECT_EQ(started, 1);
  EXPECT_EQ(ended, 1);
}

TEST_F(ParameterPanelTest, ASwitchShowsTheRowsThatApply) {
  EXPECT_FALSE(named<Slider>("Depth").isVisible());
  QTest::keyClick(&named<QAbstractButton>("Deep"), Qt::Key_Space);
  EXPECT_TRUE(now().deep);
  EXPECT_TRUE(named<Slider>("Depth").isVisible());
}

TEST_F(ParameterPanelTest, OptionsAreChosen) {
  auto& fruit = named<QComboBox>("Fruit");
  fruit.setFocus();
  QTest::keyClick(&fruit, Qt::Key_Down);
  EXPECT_EQ(now().fruit, Fruit::plum);
  const QList<QCheckBox*> boxes = panel_.findChildren<QCheckBox*>();
  ASSERT_EQ(boxes.size(), 3);
  QTest::keyClick(boxes[2], Qt::Key_Space);
  EXPECT_EQ(now().fruits, (std::vector{Fruit::apple, Fruit::plum}));
}

TEST_F(ParameterPanelTest, ListsPointsAndSeedsAreTyped) {
  type(named<NumberBox>("Shares"), "0.2, 0.3, 0.5");
  EXPECT_EQ(now().shares, (std::vector{0.2, 0.3, 0.5}));
  type(named<NumberBox>("Query"), "-1.5");
  EXPECT_EQ(now().query, (Point{-1.5, 2}));
  type(named<NumberBox>("Seed"), "42");
  EXPECT_EQ(now().seed.number, 42u);
  QTest::mouseClick(&named<QToolButton>("New seed"), Qt::LeftButton);
  EXPECT_NE(now().seed.number, 42u);
}

TEST_F(ParameterPanelTest, AFormulaIsFollowedWhileItIsTypedAndAnErrorIsShownWhereItIs) {
  auto& line = named<QLineEdit>("Formula");
  line.setFocus();
  line.selectAll();
  QTest::keyClicks(&line, QStringLiteral("x*x"));
  EXPECT_EQ(now().formula.text, "x*x");
  QTest::keyClicks(&line, QStringLiteral("?"));
  EXPECT_EQ(now().formula.text, "x*x");
  EXPECT_TRUE(line.property("invalid").toBool());
  QTest::keyClick(&line, Qt::Key_Escape);
  EXPECT_EQ(line.text(), QStringLiteral("x*x"));
}

TEST_F(ParameterPanelTest, RowsAreAddedMovedAndRemoved) {
  auto& table = *panel_.findChild<QTableView*>();
  table.setCurrentIndex(table.model()->index(0, 0));
  QTest::mouseClick(panel_.findChild<QToolButton*>(QStringLiteral("add")), Qt::LeftButton);
  ASSERT_EQ(now().layers.size(), 2u);
  table.model()->setData(table.model()->index(1, 0), QStringLiteral("5"));
  EXPECT_EQ(now().layers[1].kernel, 5);
  table.setCurrentIndex(table.model()->index(1, 0));
  QTest::mouseClick(panel_.findChild<QToolButton*>(QStringLiteral("up")), Qt::LeftButton);
  EXPECT_EQ(now().layers[0].kernel, 5);
  QTest::mouseClick(panel_.findChild<QToolButton*>(QStringLiteral("remove")), Qt::LeftButton);
  ASSERT_EQ(now().layers.size(), 1u);
  EXPECT_EQ(now().layers[0].kernel, 3);
}

TEST_F(ParameterPanelTest, ARowsNumberDragsItAlong) {
  auto& table = *panel_.findChild<QTableView*>();
  for (const char* kernel : {"5", "7"}) {
    table.setCurrentIndex(table.model()->index(table.model()->rowCount() - 1, 0));
    QTest::mouseClick(panel_.findChild<QToolButton*>(QStringLiteral("add")), Qt::LeftButton);
    table.model()->setData(table.model()->index(table.model()->rowCount() - 1, 0), QLatin1String(kernel));
  }
  ASSERT_EQ(now().layers.size(), 3u);
  QHeaderView& header = *table.verticalHeader();
  const auto middle = [&](int row) {
    return QPoint(header.width() / 2, header.sectionViewportPosition(row) + header.sectionSize(row) / 2);
  };
  const int before = edits_;
  QTest::mousePress(header.viewport(), Qt::LeftButton, {}, middle(0));
  for (const int row : {0, 1, 2}) QTest::mouseMove(header.viewport(), middle(row) + QPoint(0, 8));
  QTest::mouseRelease(header.viewport(), Qt::LeftButton, {}, middle(2) + QPoint(0, 8));
  EXPECT_EQ(edits_, before + 1);
  EXPECT_EQ(now().layers[0].kernel, 5);
  EXPECT_EQ(now().layers[1].kernel, 7);
  EXPECT_EQ(now().layers[2].kernel, 3);
  EXPECT_EQ(header.visualIndex(2), 2);
}

TEST_F(ParameterPanelTest, ShowingValuesIsSilent) {
  Sample other;
  other.base = 7;
  other.fruit = Fruit::apple;
  other.formula.text = "x + 1";
  panel_.show_values(to_values(other));
  EXPECT_EQ(edits_, 0);
  EXPECT_EQ(named<NumberBox>("Base").text(), QStringLiteral("7"));
}

}  // namespace
}  // namespace theta
