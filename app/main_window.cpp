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

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace theta {
namespace {

constexpr int narrow_width = 1180,
              low_height = 700;  // below these the lab list folds and the formula is compact

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
      figure_view_(new FigureView) {
  saved_values_ = document_.values();
  last_number_ = first_number(document_.lab());
  resize(QSize(1440, 900).boundedTo(screen()->availableSize() * 0.95));
  restoreGeometry(remembered_.geometry);
  // The first frame is the figure alone, where it will stand; what stands around it follows at once.
  auto* stage = new QWidget(this);
  auto* layout = new QVBoxLayout(stage);
  const QRect edges = remembered_.figure_edges;
  layout->setContentsMargins(edges.left(), edges.top(), edges.width(), edges.height());
  layout->addWidget(figure_view_);
  setCentralWidget(stage);
  choose_theme();
  figure_view_->show_theme(theme_);
  figure_ = std::make_shared<const Figure>(document_.lab().draw(document_.values(), {}));
  figure_view_->show_figure(figure_, 0);
  figure_view_->setFocus();
  connect(figure_view_, &FigureView::first_painted, this, &MainWindow::furnish);
}

void MainWindow::furnish() {
  if (toolbar_) return;
  actions_ = make_actions(this);
  build();
  connect_parts();
  connect_actions();
  connect_player();
  show_theme();
  show_document();
  show_figure(figure_, newest_request_, true);
  fold();
  centralWidget()->show();  // else the docks take its place
  restoreState(remembered_.docks);
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
  if (other_lab) {
    model_.reset();
    forget_file();
  }
  view_ = view;
  problem_bar_->clear();  // what was said was of other values
  readings_strip_->forget_widths();
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

void MainWindow::set_appearance(Appearance appearance) {
  remembered_.appearance = appearance;
  show_theme();
}

void MainWindow::choose_theme() {
  const Appearance appearance = remembered_.appearance;
  const bool dark = appearance == Appearance::dark || (appearance == Appearance::system && system_is_dark());
  theme_ = dark ? dark_theme() : light_theme();
  if (toolbar_ && actions_.projector->isChecked()) theme_ = projector(theme_);
  QApplication::setPalette(theta::palette(theme_));
}

void MainWindow::show_theme() {
  choose_theme();
  const Appearance appearance = remembered_.appearance;
  actions_.system_colours->setChecked(appearance == Appearance::system);
  actions_.light_colours->setChecked(appearance == Appearance::light);
  actions_.dark_colours->setChecked(appearance == Appearance::dark);
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
  if (!may_close()) return event->ignore();
  if (toolbar_) {  // else nothing was seen yet that could be remembered
    const QRect figure(figure_view_->mapTo(this, QPoint()), figure_view_->size());
    remembered_.geometry = saveGeometry();
    remembered_.docks = saveState();
    remembered_.figure_edges =
        QRect(figure.left(), figure.top(), width() - figure.right() - 1, height() - figure.bottom() - 1);
    write_remembered(remembered_);
  }
  QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  fold();
}

void MainWindow::fold() {
  if (!toolbar_) return;
  lab_list_->set_folded(width() < narrow_width);
  formula_strip_->set_compact(height() < low_height);
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (toolbar_ && event->type() == QEvent::ThemeChange && remembered_.appearance == Appearance::system)
    show_theme();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  // Space reaches the window only where no control with the focus wants it.
  if (!toolbar_) return;
  if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) return toggle_play();
  if (event->key() == Qt::Key_Escape && !view_.panel.empty()) return actions_.all_panels->trigger();
  QMainWindow::keyPressEvent(event);
}

}  // namespace theta
