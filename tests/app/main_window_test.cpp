// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/toolbar.h"
#include "tests/app/main_window_fixture.h"
#include "ui/export/export_choice.h"
#include "ui/formula_strip.h"
#include "ui/parameters/number_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/parameters/slider.h"
#include "ui/readings_strip.h"

#include <QAction>
#include <QComboBox>
#include <QDrag>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QTest>

#include <gtest/gtest.h>

namespace theta {
namespace {

TEST_F(MainWindowTest, StartsWithAWorkingLab) {
  ASSERT_TRUE(view().shown());
  EXPECT_EQ(view().places().size(), view().shown()->panels.size());
  EXPECT_GE(view().frames(), 1);
  EXPECT_FALSE(bar().isVisible());
}

TEST(MainWindowStart, TheFigureStaysWhereItFirstStands) {
  Remembered remembered{.reduced_motion = true};
  for (const bool again : {false, true}) {
    SCOPED_TRACE(again ? "with what was remembered" : "the first time");
    if (again) remembered = read_remembered();  // which the window before has written
    MainWindow window(remembered);
    if (!again) window.resize(1440, 900);
    window.show();
    FigureView& view = window.figure_view();
    const auto place = [&] { return QRect(view.mapTo(&window, QPoint()), view.size()); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.frames() > 0; }, 5000));
    const QRect first = place();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.findChild<LabList*>() != nullptr; }, 5000));
    QTest::qWait(50);
    EXPECT_NEAR(place().left(), first.left(), 4);
    EXPECT_NEAR(place().top(), first.top(), 8);
    EXPECT_NEAR(place().right(), first.right(), 4);
    EXPECT_NEAR(place().bottom(), first.bottom(), 8);
    window.close();
  }
}

TEST_F(MainWindowTest, ADraggedRingMovesItsParameterInOneStepOfTheHistory) {
  const Value before = value("query");
  drag("query", {-40, 25});
  const Point after = std::get<Point>(value("query"));
  EXPECT_LT(after.x, std::get<Point>(before).x);
  EXPECT_LT(after.y, std::get<Point>(before).y);
  window_.findChild<QAction*>(QStringLiteral("undo"))->trigger();
  settle();
  EXPECT_EQ(value("query"), before);
  window_.findChild<QAction*>(QStringLiteral("redo"))->trigger();
  EXPECT_EQ(value("query"), Value(after));
}

TEST_F(MainWindowTest, TheDistanceMarkerMovesTheQuery) {
  const auto before = std::get<std::int64_t>(value("query_position"));
  drag("distance", {120, 0});
  EXPECT_GT(std::get<std::int64_t>(value("query_position")), before + 10);
}

TEST_F(MainWindowTest, AClickedDialChoosesItsPair) {
  const PanelPlace& clocks = view().places()[1];
  const Pick& pick = view().shown()->panels[1].picks[10];
  QTest::mouseClick(&view(), Qt::LeftButton, {}, clocks.coordinates().pixel(pick.centre).toPoint());
  settle();
  EXPECT_EQ(value("pair"), Value(std::int64_t{10}));
}

TEST_F(MainWindowTest, ANumberBoxTakesExpressions) {
  auto& box = named<NumberBox>(QStringLiteral("Base"));
  box.setFocus();
  box.selectAll();
  QTest::keyClicks(&box, QStringLiteral("2^12"));
  QTest::keyClick(&box, Qt::Key_Return);
  settle();
  EXPECT_EQ(value("base"), Value(4096.0));
}

TEST_F(MainWindowTest, AWrongNumberIsSaidInTheBarAndChangesNothing) {
  const Values before = window_.document().values();
  auto& box = named<NumberBox>(QStringLiteral("Head dimension"));
  box.setFocus();
  box.selectAll();
  QTest::keyClicks(&box, QStringLiteral("63"));
  QTest::keyClick(&box, Qt::Key_Return);
  EXPECT_TRUE(bar().isVisible());
  EXPECT_TRUE(bar().words().contains(QStringLiteral("even numbers"))) << bar().words().toStdString();
  EXPECT_EQ(window_.document().values(), before);
}

TEST_F(MainWindowTest, KeysStepASliderFineAndCoarse) {
  auto& slider = named<Slider>(QStringLiteral("Query position"));
  slider.setFocus();
  const auto step = [&](Qt::KeyboardModifier modifier) {
    const auto from = std::get<std::int64_t>(value("query_position"));
    QTest::keyClick(&slider, Qt::Key_Right, modifier);
    return std::get<std::int64_t>(value("query_position")) - from;
  };
  const auto usual = step(Qt::NoModifier), coarse = step(Qt::ControlModifier);
  EXPECT_EQ(usual, 1);
  EXPECT_EQ(coarse, 10);
  EXPECT_EQ(step(Qt::ShiftModifier), 1) << "tokens are whole";
  QTest::mouseDClick(&slider, Qt::LeftButton, {}, slider.rect().center());
  const auto& fields = window_.document().lab().fields;
  EXPECT_EQ(value("query_position"), fields.at(find_field(fields, "query_position").value()).initial);
}

TEST_F(MainWindowTest, APresetIsShownWithWhatToLookForAndResetGoesBack) {
  auto& presets = named<QComboBox>(QStringLiteral("Preset"));
  const int preset = presets.findText(QStringLiteral("Llama-3.1: slow pairs slowed eightfold"));
  presets.setCurrentIndex(preset);
  Q_EMIT presets.activated(preset);
  settle();
  EXPECT_EQ(value("base"), Value(500'000.0));
  EXPECT_TRUE(bar().isVisible());
  EXPECT_FALSE(bar().is_problem());
  window_.findChild<QAction*>(QStringLiteral("reset"))->trigger();
  settle();
  EXPECT_EQ(window_.document().values(), initial_values(window_.document().lab()));
}

TEST_F(MainWindowTest, SpacePlaysAndStopsInOneStepOfTheHistory) {
  const Values before = window_.document().values();
  view().setFocus();
  QTest::keyClick(&view(), Qt::Key_Space);
  EXPECT_TRUE(QTest::qWaitFor([&] { return !(window_.document().values() == before); }, 3000));
  QTest::qWait(60);
  QTest::keyClick(&view(), Qt::Key_Space);
  settle();
  const Values stopped = window_.document().values();
  QTest::qWait(60);
  EXPECT_EQ(window_.document().values(), stopped);
  window_.findChild<QAction*>(QStringLiteral("undo"))->trigger();
  EXPECT_EQ(window_.document().values(), before);
}

TEST_F(MainWindowTest, ASavedStateOpensAgainInAnotherLab) {
  const Lab& lab = *find_lab("activations");
  Values values = preset_values(lab, lab.presets().front());
  window_.open(write(write_state(lab, {.lab = lab.id, .values = values, .view = {}})));
  settle();
  EXPECT_EQ(window_.document().lab().id, "activations");
  EXPECT_EQ(window_.document().values(), values);
  EXPECT_EQ(window_.findChild<LabList*>()->shown_lab(), "activations");
}

TEST_F(MainWindowTest, ADroppedModelConfigIsReadAndSaid) {
  const auto path = write(
      R"({"model_type": "llama", "hidden_size": 4096, "num_attention_heads": 32, "rope_theta": 500000.0})");
  QMimeData data;
  data.setUrls({QUrl::fromLocalFile(QString::fromStdString(path.string()))});
  QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window_, &enter);
  EXPECT_TRUE(enter.isAccepted());
  QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
  QApplication::sendEvent(&window_, &drop);
  settle();
  EXPECT_EQ(value("head_dimension"), Value(std::int64_t{128}));
  EXPECT_EQ(value("base"), Value(500'000.0));
  EXPECT_TRUE(bar().words().contains(QStringLiteral("128 = 4096/32"))) << bar().words().toStdString();
}

TEST_F(MainWindowTest, AFigureDraggedWithCtrlLeavesAsAFile) {
  const Values before = window_.document().values();
  const QPointF start(120, 120), on_the_way(160, 120);
  QTest::mousePress(&view(), Qt::LeftButton, Qt::ControlModifier, start.toPoint());
  QMouseEvent move(QEvent::MouseMove, on_the_way, view().mapToGlobal(on_the_way), Qt::NoButton,
                   Qt::LeftButton, Qt::ControlModifier);
  QApplication::sendEvent(&view(), &move);  // there is nowhere to drop it offscreen: it is over at once
  const auto* drag = window_.findChild<QDrag*>();
  ASSERT_TRUE(drag);
  EXPECT_TRUE(drag->mimeData()->hasFormat(QStringLiteral("image/svg+xml")));
  EXPECT_TRUE(drag->mimeData()->hasImage());
  ASSERT_EQ(drag->mimeData()->urls().size(), 1);
  QFile file(drag->mimeData()->urls().front().toLocalFile());
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_TRUE(file.readAll().startsWith("%PDF"));
  EXPECT_EQ(window_.document().values(), before);
}

TEST(MainWindowExport, AFigureTooLargeToBeDraggedIsSaid) {
  const Remembered remembered{
      .reduced_motion = true,
      .export_choice = QString::fromStdString(export_choice_text(
          {.sheet = {.width = 2000, .height = 2000, .dpi = 1200}, .format = FileFormat::png}))};
  MainWindow window(remembered);
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return window.findChild<ProblemBar*>() != nullptr; }, 5000));
  FigureView& view = window.figure_view();
  const QPointF start(120, 120), on_the_way(160, 120);
  QTest::mousePress(&view, Qt::LeftButton, Qt::ControlModifier, start.toPoint());
  QMouseEvent move(QEvent::MouseMove, on_the_way, view.mapToGlobal(on_the_way), Qt::NoButton, Qt::LeftButton,
                   Qt::ControlModifier);
  QApplication::sendEvent(&view, &move);
  EXPECT_FALSE(window.findChild<QDrag*>());
  EXPECT_TRUE(window.findChild<ProblemBar*>()->is_problem());
}

TEST_F(MainWindowTest, TheFigureStaysWhereItIsWhileSomethingPasses) {
  const QRect before = view().geometry();
  bar().show_problem("What was wrong.");
  QTest::qWait(20);
  EXPECT_TRUE(bar().isVisible());
  EXPECT_EQ(bar().width(), view().width());
  EXPECT_EQ(bar().height(), view().y()) << "the formula is not cut through";
  EXPECT_EQ(view().geometry(), before);
  bar().hide_problem();
  bar().show_notice("What there is to know.");
  QTest::qWait(20);
  const QRect below = view().geometry();
  EXPECT_EQ(below.top(), before.top() + bar().height());
  bar().show_problem(verbatim("What was wrong, " + std::string(2000, '.')));
  QTest::qWait(20);
  EXPECT_EQ(view().geometry(), below);
  bar().hide_problem();
  QTest::qWait(20);
  EXPECT_TRUE(bar().isVisible() && bar().words().contains(QStringLiteral("there is to know")));
  EXPECT_EQ(view().geometry(), below);
  bar().clear();
  QTest::qWait(20);
  EXPECT_FALSE(bar().isVisible());
  EXPECT_EQ(view().geometry(), before);
}

TEST_F(MainWindowTest, AFileThatIsNoneOfOursIsSaidAndChangesNothing) {
  const Values before = window_.document().values();
  for (const char* text :
       {"", "{", "[1]", R"({"model_type": "gpt2"})", R"({"format": "thetalab", "version": 9})"}) {
    window_.open(write(text));
    EXPECT_TRUE(bar().isVisible() && bar().is_problem()) << text;
    EXPECT_EQ(window_.document().values(), before) << text;
  }
}

TEST_F(MainWindowTest, ASliderLightsItsSymbolAndASymbolItsSlider) {
  auto& strip = *window_.findChild<FormulaStrip*>();
  ASSERT_FALSE(strip.places_of("base").empty());
  QTest::mouseMove(&strip, strip.places_of("base").front().center().toPoint());
  EXPECT_TRUE(QTest::qWaitFor([&] { return window_.lit() == "base"; }, 1000));
  QTest::mouseMove(&strip, {strip.width() - 2, 2});
  EXPECT_TRUE(QTest::qWaitFor([&] { return !window_.lit().has_value(); }, 1000));
}

TEST_F(MainWindowTest, EveryEditOfALongDragOrANewerOneIsPainted) {
  const QPoint from = view().handle_position("query").value().toPoint();
  QTest::mousePress(&view(), Qt::LeftButton, {}, from);
  quint64 painted = view().newest_painted();
  for (int i = 1; i <= 600; ++i) {
    const double turn = i * 0.05;
    QTest::mouseMove(&view(), from + QPoint(static_cast<int>(-60 + 60 * std::cos(turn)),
                                            static_cast<int>(40 * std::sin(turn))));
    QApplication::processEvents();
    EXPECT_GE(view().newest_painted(), painted) << "an older figure came back";
    painted = view().newest_painted();
    ASSERT_TRUE(view().shown());
  }
  QTest::mouseRelease(&view(), Qt::LeftButton, {}, from);
  settle();
  EXPECT_EQ(view().newest_painted(), window_.newest_request()) << "the last edit is shown";
}

}  // namespace
}  // namespace theta
