// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the figure, and what each part asks the window for.

#include "app/main_window.h"
#include "app/toolbar.h"
#include "core/labs/all.h"
#include "core/model/number_of.h"
#include "core/model/problem.h"
#include "ui/column_under_bar.h"
#include "ui/figure/figure_view.h"
#include "ui/formula_strip.h"
#include "ui/lab_list.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/readings_strip.h"
#include "ui/words.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>
#include <QVBoxLayout>

namespace theta {
namespace {

QDockWidget* dock(QMainWindow* window, const QString& title, const QString& name, QWidget* content,
                  Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(title, window);
  dock->setObjectName(name);
  dock->setWidget(content);
  window->addDockWidget(area, dock);
  return dock;
}

}  // namespace

void MainWindow::build() {
  setAcceptDrops(true);
  toolbar_ = new Toolbar(
      {actions_.undo, actions_.redo, actions_.play, actions_.copy_figure, actions_.export_figure});
  problem_bar_ = new ProblemBar;
  formula_strip_ = new FormulaStrip;
  figure_view_->installEventFilter(this);
  readings_strip_ = new ReadingsStrip;
  lab_list_ = new LabList(all_labs());
  parameter_panel_ = new ParameterPanel;

  auto* centre = new ColumnUnderBar(problem_bar_, this);
  centre->column().addWidget(formula_strip_);
  centre->column().addWidget(figure_view_, 1);
  centre->column().addWidget(readings_strip_);
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
  on(actions_.open_state, [this] {
    ask_open(tr("Open"), tr("Figures, states and model configs (*.svg *.pdf *.png *.csv *.tex *.json "
                            "*.thetalab);;Thetalab states (*.thetalab)"));
  });
  on(actions_.open_model, [this] { ask_open(tr("Open Model Config"), tr("Model configs (*.json)")); });
  on(actions_.save, [this] { save(false); });
  on(actions_.save_as, [this] { save(true); });
  on(actions_.export_figure, [this] { export_figure(); });
  on(actions_.export_sweep, [this] {
    settle();
    export_sweep(origin());
  });
  on(actions_.code, [this] { show_code(); });
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

}  // namespace theta
