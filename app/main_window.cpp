// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"

#include "app/toolbar.h"
#include "core/labs/all.h"
#include "core/model/drag.h"
#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "ui/figure/figure_view.h"
#include "ui/formula_strip.h"
#include "ui/lab_list.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/readings_strip.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenu>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {
namespace {

constexpr int narrow_width = 1180,
              low_height = 700;  // below these the lab list folds and the formula is compact

QDockWidget* dock(QMainWindow* window, const QString& title, const QString& name, QWidget* content,
                  Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title, window);
  dock->setObjectName(name);
  dock->setWidget(content);
  window->addDockWidget(area, dock);
  return dock;
}

/// Of those a reader sees when the lab opens.
std::optional<std::size_t> first_number(const Lab& lab) {
  const Values values = initial_values(lab);
  const auto field = std::ranges::find_if(
      lab.fields, [&](const Field& each) { return is_number(each) && applies(each, values); });
  if (field == lab.fields.end()) return {};
  return static_cast<std::size_t>(field - lab.fields.begin());
}

}  // namespace

MainWindow::MainWindow(const Remembered& remembered, QWidget* parent)
    : QMainWindow(parent),
      remembered_(remembered),
      document_(all_labs().front()),
      actions_(make_actions(this)) {
  saved_values_ = document_.values();
  last_number_ = first_number(document_.lab());
  build();
  connect_parts();
  connect_actions();
  connect_player();
  resize(1440, 900);
  restoreGeometry(remembered_.geometry);
  restoreState(remembered_.docks);
  show_theme();
  // The window never shows without a figure; what stands around it follows the first frame at once.
  figure_ = std::make_shared<const Figure>(document_.lab().draw(document_.values(), {}));
  figure_view_->show_figure(figure_, 0);
  figure_view_->setFocus();
  connect(figure_view_, &FigureView::first_painted, this, [this] {
    if (lab_list_->shown_lab() != document_.lab().id) show_document();
    show_figure(figure_, newest_request_, true);
  });
}

void MainWindow::build() {
  setAcceptDrops(true);
  toolbar_ = new Toolbar(
      {actions_.undo, actions_.redo, actions_.play, actions_.copy_figure, actions_.export_figure});
  problem_bar_ = new ProblemBar;
  formula_strip_ = new FormulaStrip;
  figure_view_ = new FigureView;
  figure_view_->installEventFilter(this);
  readings_strip_ = new ReadingsStrip;
  lab_list_ = new LabList(all_labs());
  parameter_panel_ = new ParameterPanel;

  auto* centre = new QWidget(this);
  auto* column = new QVBoxLayout(centre);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(problem_bar_);
  column->addWidget(formula_strip_);
  column->addWidget(figure_view_, 1);
  column->addWidget(readings_strip_);
  setCentralWidget(centre);
  auto* bar = new QToolBar(tr("Toolbar"), this);
  bar->setObjectName(QStringLiteral("toolbar"));
  bar->setMovable(false);
  bar->toggleViewAction()->setVisible(false);
  bar->addWidget(toolbar_);
  addToolBar(bar);

  lab_dock_ = dock(this, tr("Labs"), QStringLiteral("labs"), lab_list_, Qt::LeftDockWidgetArea);
  parameter_dock_ =
      dock(this, tr("Parameters"), QStringLiteral("parameters"), parameter_panel_, Qt::RightDockWidgetArea);
  actions_.view->addAction(lab_dock_->toggleViewAction());
  actions_.view->addAction(parameter_dock_->toggleViewAction());
  for (const Lab& lab : all_labs()) {
    connect(actions_.labs->addAction(plain(lab.name)), &QAction::triggered, this,
            [this, &lab] { replace(lab, initial_values(lab), {}); });
  }
}

void MainWindow::connect_parts() {
  connect(&drawer_, &Drawer::drawn, this, &MainWindow::show_figure);
  connect(toolbar_, &Toolbar::preset_chosen, this, &MainWindow::choose_preset);
  connect(lab_list_, &LabList::chosen, this, [this](const std::string& id) {
    if (const Lab* lab = find_lab(id); lab && lab != &document_.lab())
      replace(*lab, initial_values(*lab), {});
  });

  connect(parameter_panel_, &ParameterPanel::edited, this, [this](const Edits& edits) { apply(edits); });
  connect(parameter_panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { show_problems({problem}); });
  connect(parameter_panel_, &ParameterPanel::hovered, this, [this](std::optional<std::size_t> field) {
    light(field ? std::optional(document_.lab().fields.at(*field).name.id) : std::nullopt);
  });
  connect(parameter_panel_, &ParameterPanel::play_requested, this, [this](std::size_t field) {
    const bool same = player_.playing() && last_number_ == field;
    player_.stop();
    if (!same) play(field);
  });
  connect(formula_strip_, &FormulaStrip::hovered, this, &MainWindow::light);
  connect(formula_strip_, &FormulaStrip::clicked, this, [this](const std::string& parameter) {
    const auto field = find_field(document_.lab().fields, parameter);
    if (field && applies(document_.lab().fields[*field], document_.values())) parameter_panel_->go_to(*field);
  });

  connect(figure_view_, &FigureView::dragged, this,
          [this](const std::vector<Move>& moves) { apply_moves(moves); });
  connect(figure_view_, &FigureView::picked, this, [this](const std::string& parameter, const Value& value) {
    if (const auto field = find_field(document_.lab().fields, parameter)) apply({{*field, value}});
  });
  connect(figure_view_, &FigureView::panel_activated, this, [this](const std::string& panel) {
    view_.panel = view_.panel == panel ? std::string() : panel;
    figure_view_->set_view(view_);
  });

  const auto begin_drag = [this] {
    document_.begin_drag();
    figure_view_->hold_axes(true);
  };
  const auto end_drag = [this] {
    document_.end_drag();
    if (player_.playing()) document_.begin_drag();  // what plays on is one step of its own
    figure_view_->hold_axes(false);
  };
  connect(figure_view_, &FigureView::drag_started, this, begin_drag);
  connect(figure_view_, &FigureView::drag_ended, this, end_drag);
  connect(parameter_panel_, &ParameterPanel::drag_started, this, begin_drag);
  connect(parameter_panel_, &ParameterPanel::drag_ended, this, end_drag);
}

void MainWindow::connect_actions() {
  const auto on = [this](QAction* action, auto&& act) { connect(action, &QAction::triggered, this, act); };
  on(actions_.undo, [this] {
    document_.undo();
    refresh();
  });
  on(actions_.redo, [this] {
    document_.redo();
    refresh();
  });
  on(actions_.reset, [this] { replace(document_.lab(), initial_values(document_.lab()), view_); });
  on(actions_.play, [this] { toggle_play(); });
  on(actions_.system_colours, [this] { set_appearance(Appearance::system); });
  on(actions_.light_colours, [this] { set_appearance(Appearance::light); });
  on(actions_.dark_colours, [this] { set_appearance(Appearance::dark); });
  on(actions_.projector, [this] { show_theme(); });
  on(actions_.reduced_motion, [this](bool reduced) {
    remembered_.reduced_motion = reduced;
    figure_view_->set_reduced_motion(reduced);
  });
  on(actions_.full_screen, [this](bool full) { full ? showFullScreen() : showNormal(); });
  on(actions_.all_panels, [this] {
    view_.panel.clear();
    figure_view_->set_view(view_);
  });
  on(actions_.quit, [this] { close(); });
  on(actions_.open_state,
     [this] { ask_open(tr("Open"), tr("Thetalab states and model configs (*.thetalab *.json)")); });
  on(actions_.open_model, [this] { ask_open(tr("Open Model Config"), tr("Model configs (*.json)")); });
  on(actions_.save, [this] { save(false); });
  on(actions_.save_as, [this] { save(true); });
  on(actions_.export_figure, [this] { export_figure(); });
  on(actions_.copy_figure, [this] { copy_figure(); });
  on(actions_.animate, [this] { animate(); });
  on(actions_.print, [this] { print(); });
  on(actions_.about_lab, [this] { show_lab_help(); });
  on(actions_.formula_help, [this] { show_formula_help(); });
  on(actions_.keys_help, [this] { show_keys_help(); });
  on(actions_.about, [this] { show_about(); });
  show_recent_files();
  actions_.reduced_motion->setChecked(remembered_.reduced_motion);
  figure_view_->set_reduced_motion(remembered_.reduced_motion);
}

bool MainWindow::apply(const Edits& edits) {
  const std::vector<Problem> problems = document_.apply(edits);
  if (!problems.empty()) {
    show_problems(problems);
    parameter_panel_->show_values(document_.values());
    return false;
  }
  if (!player_.playing() && edits.size() == 1 && is_number(document_.lab().fields[edits.front().field]))
    last_number_ = edits.front().field;
  problem_bar_->hide_problem();
  refresh();
  return true;
}

void MainWindow::apply_moves(const std::vector<Move>& moves) {
  Edits edits;
  for (const Move& move : moves) {
    if (const auto edit = edit_of(document_.lab().fields, document_.values(), move)) edits.push_back(*edit);
  }
  apply(edits);
}

void MainWindow::replace(const Lab& lab, const Values& values, const View& view) {
  const bool other_lab = &lab != &document_.lab();
  const std::vector<Problem> problems = document_.replace(lab, values);
  if (!problems.empty()) return show_problems(problems);
  if (other_lab) model_.reset();
  view_ = view;
  problem_bar_->hide_problem();
  refresh();
}

void MainWindow::refresh() {
  if (lab_list_->shown_lab() != document_.lab().id) show_document();
  parameter_panel_->show_values(document_.values());
  toolbar_->show_preset(preset_on_screen());
  actions_.undo->setEnabled(document_.can_undo());
  actions_.redo->setEnabled(document_.can_redo());
  show_title();
  newest_request_ = drawer_.request(document_.lab(), document_.values());
  figure_view_->set_working(true);
}

std::optional<std::size_t> MainWindow::preset_on_screen() const {
  for (std::size_t i = 0; i < presets_.size(); ++i) {
    if (preset_values(document_.lab(), presets_[i]) == document_.values()) return i;
  }
  return {};
}

void MainWindow::show_document() {
  const Lab& lab = document_.lab();
  player_.stop();
  last_number_ = first_number(lab);
  presets_ = lab.presets();
  toolbar_->show_lab(lab.name, presets_);
  toolbar_->show_preset(preset_on_screen());
  lab_list_->show_lab(lab.id);
  parameter_panel_->show_fields(lab.fields);
  parameter_panel_->show_values(document_.values());
  figure_view_->set_view(view_);
  actions_.presets->clear();
  for (std::size_t i = 0; i < presets_.size(); ++i)
    connect(actions_.presets->addAction(plain(presets_[i].name)), &QAction::triggered, this,
            [this, i] { choose_preset(i); });
  actions_.undo->setEnabled(document_.can_undo());
  actions_.redo->setEnabled(document_.can_redo());
  show_title();
}

void MainWindow::show_figure(std::shared_ptr<const Figure> figure, quint64 request, bool whole) {
  figure_ = std::move(figure);
  figure_view_->show_figure(figure_, request);
  if (whole && request == newest_request_) figure_view_->set_working(false);
  readings_strip_->show_readings(figure_->readings);
  formula_strip_->show_formula(figure_->formula);
  formula_strip_->show_worked(figure_->worked);
}

void MainWindow::show_problems(const std::vector<Problem>& problems) {
  if (!problems.empty()) problem_bar_->show_problem(sentence(problems.front()));
}

void MainWindow::choose_preset(std::size_t preset) {
  const Lab& lab = document_.lab();
  replace(lab, preset_values(lab, presets_.at(preset)), view_);
  problem_bar_->show_notice(presets_[preset].look_for);
}

void MainWindow::light(const std::optional<std::string>& parameter) {
  lit_ = parameter;
  formula_strip_->light(parameter);
  parameter_panel_->light(parameter ? find_field(document_.lab().fields, *parameter) : std::nullopt);
}

void MainWindow::toggle_play() {
  if (player_.playing()) return player_.stop();
  if (last_number_) play(*last_number_);
}

void MainWindow::play(std::size_t field) {
  last_number_ = field;
  const Field& played = document_.lab().fields.at(field);
  if (!applies(played, document_.values())) return;
  const Track track = track_of(played, limits_of(played, document_.values()));
  player_.start(track, number_of(document_.values()[field]), remembered_.play_way, remembered_.play_seconds);
}

void MainWindow::connect_player() {
  const auto show_state = [this] { colour_icons(actions_, theme_, player_.playing()); };
  connect(&player_, &Player::started, this, [this, show_state] {
    document_.begin_drag();
    show_state();
  });
  connect(&player_, &Player::stopped, this, [this, show_state] {
    document_.end_drag();
    show_state();
  });
  connect(&player_, &Player::moved, this, [this](double value) {
    const std::size_t field = *last_number_;
    if (!apply({{field, number_value(document_.lab().fields[field], value)}})) player_.stop();
  });
  for (const auto& [action, way] : actions_.play_ways) {
    action->setChecked(way == remembered_.play_way);
    connect(action, &QAction::triggered, this, [this, way = way] { remembered_.play_way = way; });
  }
  for (const auto& [action, seconds] : actions_.play_speeds) {
    action->setChecked(seconds == remembered_.play_seconds);
    connect(action, &QAction::triggered, this,
            [this, seconds = seconds] { remembered_.play_seconds = seconds; });
  }
}

void MainWindow::set_appearance(Appearance appearance) {
  remembered_.appearance = appearance;
  show_theme();
}

void MainWindow::show_theme() {
  const Appearance appearance = remembered_.appearance;
  actions_.system_colours->setChecked(appearance == Appearance::system);
  actions_.light_colours->setChecked(appearance == Appearance::light);
  actions_.dark_colours->setChecked(appearance == Appearance::dark);
  const bool dark = appearance == Appearance::dark || (appearance == Appearance::system && system_is_dark());
  theme_ = dark ? dark_theme() : light_theme();
  if (actions_.projector->isChecked()) theme_ = projector(theme_);
  QApplication::setPalette(theta::palette(theme_));
  QApplication::setFont(interface_font(theme_, 13));
  for (const char* kind :
       {"QMenuBar", "QMenu", "QToolButton", "QPushButton", "QComboBox", "QDockWidget", "QAbstractItemView"})
    QApplication::setFont(interface_font(theme_, 12.5), kind);  // else these keep the desktop's own
  toolbar_->show_theme(theme_);
  setStyleSheet(style_sheet(theme_));
  colour_icons(actions_, theme_, player_.playing());
  figure_view_->show_theme(theme_);
  formula_strip_->show_theme(theme_);
  readings_strip_->show_theme(theme_);
  parameter_panel_->show_theme(theme_);
  lab_list_->show_theme(theme_);
  problem_bar_->show_theme(theme_);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  remembered_.geometry = saveGeometry();
  remembered_.docks = saveState();
  write_remembered(remembered_);
  QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  lab_list_->set_folded(width() < narrow_width);
  formula_strip_->set_compact(height() < low_height);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ThemeChange && remembered_.appearance == Appearance::system) show_theme();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  // Space reaches the window only where no control with the focus wants it.
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) return toggle_play();
  if (event->key() == Qt::Key_Escape && !view_.panel.empty()) return actions_.all_panels->trigger();
  QMainWindow::keyPressEvent(event);
}

}  // namespace theta
