// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ask_save.h"
#include "app/main_window.h"
#include "app/save_file.h"
#include "app/write_error.h"
#include "core/labs/all.h"
#include "core/model/overloaded.h"
#include "core/model/problem.h"
#include "ui/figure/figure_view.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardPaths>

namespace theta {
namespace {

std::filesystem::path path_of(const QString& file) { return file.toStdString(); }
QString text_of(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// "svg" of "figure.svg"
std::string ending_named(const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  return ending.substr(ending.empty() ? 0 : 1);
}

/// What was read and what was assumed, as one notice.
Text model_notice(const Text& name, const Imported::Variant& variant) {
  std::string read, assumed;
  for (const Text& fact : variant.read) read += (read.empty() ? "" : "; ") + fill(fact);
  for (const Text& fact : variant.assumed) assumed += (assumed.empty() ? "" : "; ") + fill(fact);
  if (assumed.empty()) return say("{}, {}. Read: {}.", name, variant.name, read);
  return say("{}, {}. Read: {}. Assumed: {}.", name, variant.name, read, assumed);
}

}  // namespace

void MainWindow::open(const std::filesystem::path& path) {
  furnish();
  try {
    const auto opened = read_file(path, document_.lab());
    std::visit(Overloaded{[&](const FigureState& figure) { show_opened(path, figure); },
                          [&](const OpenedModel& model) { show_model(path, model, 0); }},
               opened);
  } catch (const InputError& error) {
    show_problems(error.problems());
  }
}

void MainWindow::show_opened(const std::filesystem::path& path, const FigureState& opened) {
  const State& state = opened.state;
  const bool is_figure = !opened.program.empty();
  forget_file();
  replace(*find_lab(state.lab), state.values, state.view);
  model_ = opened.model;
  figure_view_->set_view(view_);
  saved_values_ = state.values;
  (is_figure ? figure_file_ : file_) = path;  // to save a state is not to write over a figure
  if (is_figure) opened_choice_ = choice_of_opened(proposed_choice(), opened.sheet, ending_named(path));
  if (opened.sweep) show_sweep(*opened.sweep);
  remember_file(path);
  show_title();
}

void MainWindow::show_sweep(const SweepOf& sweep) {
  Origin swept = origin();
  swept.sweep = sweep;
  problem_bar_->show_notice(
      say("This figure was drawn for {}; the window shows the values beside it.", verbatim(sweep.vary)),
      {{"Export the Sweep…",
        [this, swept] { export_drawn(std::make_shared<const Figure>(drawn(swept)), swept); }},
       {"Change the Sweep…", [this, swept] { export_sweep(swept); }}});
}

void MainWindow::show_model(const std::filesystem::path& path, const OpenedModel& model,
                            std::size_t variant) {
  const Imported::Variant& chosen = model.imported.variants.at(variant);
  Values values = initial_values(*model.lab);
  for (const Edit& edit : chosen.edits) values.at(edit.field) = edit.value;
  forget_file();
  replace(*model.lab, values, {});
  model_ = ModelOrigin{model.imported.name, chosen};
  std::vector<ProblemBar::Action> others;
  for (std::size_t i = 0; i < model.imported.variants.size(); ++i) {
    if (i == variant) continue;
    others.push_back({say("Show {}", model.imported.variants[i].name),
                      [this, path, model, i] { show_model(path, model, i); }});
  }
  problem_bar_->show_notice(model_notice(model.imported.name, chosen), others);
  remember_file(path);
}

void MainWindow::ask_open(const QString& title, const QString& filter) {
  const QString file =
      QFileDialog::getOpenFileName(this, title, remembered_.folder, filter + tr(";;All files (*)"));
  if (!file.isEmpty()) open(path_of(file));
}

Origin MainWindow::origin() const {
  return {.lab = &document_.lab(),
          .state = {.lab = document_.lab().id, .values = document_.values(), .view = view_},
          .version = QCoreApplication::applicationVersion().toStdString(),
          .model = model_};
}

void MainWindow::save(bool ask) {
  std::filesystem::path path = file_;
  if (ask || path.empty()) {
    const QString ending = QStringLiteral(".thetalab");
    const QString file = ask_save({.title = tr("Save"),
                                   .proposed = proposed_file(ending),
                                   .filter = tr("Thetalab states (*.thetalab)"),
                                   .ending = ending,
                                   .known = {QStringLiteral(".json")}},
                                  this);
    if (file.isEmpty()) return;
    path = path_of(file);
  }
  try {
    save_file(path, write_state(document_.lab(), origin().state));
    file_ = path;
    saved_values_ = document_.values();
    remember_file(path);
    show_title();
  } catch (const WriteError& error) {
    problem_bar_->show_problem(sentence(error.problem()));
  }
}

void MainWindow::forget_file() {
  file_.clear();
  figure_file_.clear();
  opened_choice_.reset();
}

bool MainWindow::may_close() {
  if (!isWindowModified()) return true;
  QMessageBox box(QMessageBox::Question, tr("Save"),
                  tr("%1 has changed since it was saved.").arg(text_of(file_.filename())),
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
  const int answer = box.exec();
  if (answer == QMessageBox::Save) save(false);
  return answer == QMessageBox::Discard || !isWindowModified();
}

QString MainWindow::proposed_file(const QString& ending) const {
  const std::filesystem::path& opened = file_.empty() ? figure_file_ : file_;
  const QString name = opened.empty() ? QString::fromStdString(document_.lab().id) : text_of(opened.stem());
  const QString folder = remembered_.folder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                             : remembered_.folder;
  return folder + QLatin1Char('/') + name + ending;
}

void MainWindow::remember_file(const std::filesystem::path& path) {
  const QFileInfo file(text_of(path));
  remembered_.recent_files = with_recent(remembered_.recent_files, file.absoluteFilePath());
  remembered_.folder = file.absolutePath();
  show_recent_files();
}

void MainWindow::show_recent_files() {
  actions_.recent->clear();
  actions_.recent->setEnabled(!remembered_.recent_files.isEmpty());
  for (const QString& file : remembered_.recent_files)
    connect(actions_.recent->addAction(file), &QAction::triggered, this,
            [this, file] { open(path_of(file)); });
}

void MainWindow::show_title() {
  const std::filesystem::path& opened = file_.empty() ? figure_file_ : file_;
  const QString name = opened.empty() ? plain(document_.lab().name) : text_of(opened.filename());
  setWindowTitle(tr("%1[*] – Thetalab").arg(name));
  setWindowModified(!file_.empty() && !(saved_values_ == document_.values()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->source() == this) return;  // its own figure, let go over it
  if (event->mimeData()->hasUrls() && event->mimeData()->urls().size() == 1) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QUrl url = event->mimeData()->urls().value(0);
  if (!url.isLocalFile()) return;
  event->acceptProposedAction();
  open(path_of(url.toLocalFile()));
}

}  // namespace theta
