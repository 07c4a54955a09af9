// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window: exports, films, copies, prints.

#include "app/animate_dialog.h"
#include "app/ask_save.h"
#include "app/code_dialog.h"
#include "app/main_window.h"
#include "app/save_file.h"
#include "app/sheet_options.h"
#include "app/sweep_dialog.h"
#include "app/write_error.h"
#include "app/write_film_watched.h"
#include "core/model/on_sheet.h"
#include "core/model/problem.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_file.h"
#include "ui/export/print_figure.h"
#include "ui/figure/figure_view.h"
#include "ui/problem_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QFileInfo>
#include <QMimeData>
#include <QMouseEvent>

namespace theta {

Sheet MainWindow::sheet_on_screen() const {
  Sheet sheet = screen_sheet(figure_view_->width(), figure_view_->height(), theme_.dark);
  if (!view_.panel.empty()) sheet.panels = {view_.panel};
  return sheet;
}

namespace {

QString ending_of(FileFormat format) {
  return QLatin1Char('.') + QString::fromStdString(format_name(format));
}

}  // namespace

ExportChoice MainWindow::proposed_choice() const {
  return opened_choice_ ? *opened_choice_ : export_choice(remembered_.export_choice.toStdString());
}

void MainWindow::settle() {
  player_.stop();
  figure_view_->setFocus();  // a number typed and not yet entered counts
  show_figure(std::make_shared<const Figure>(document_.lab().draw(document_.values(), {})), newest_request_,
              true);
}

QString MainWindow::ask_export_file(FileFormat format) {
  SaveQuestion question{.title = tr("Export Figure"),
                        .proposed = proposed_file(ending_of(format)),
                        .filter = tr("Figures (*%1);;All files (*)").arg(ending_of(format)),
                        .ending = ending_of(format)};
  for (const FileFormat each : file_formats) question.known.push_back(ending_of(each));
  const QString file = ask_save(question, this);
  if (!file.isEmpty()) remembered_.folder = QFileInfo(file).absolutePath();
  return file;
}

void MainWindow::export_figure() {
  settle();
  export_drawn(figure_, origin());
}

bool MainWindow::export_drawn(std::shared_ptr<const Figure> figure, const Origin& from) {
  ExportChoice choice = proposed_choice();
  if (!view_.panel.empty()) choice.sheet.panels = {view_.panel};
  ExportDialog dialog(figure, choice, theme_, this);
  const ExportChoice proposed = dialog.choice();
  while (dialog.exec() == QDialog::Accepted) {
    choice = dialog.choice();
    // An old figure that is exported as it was says nothing of the next one.
    if (!opened_choice_ || choice != proposed)
      remembered_.export_choice = QString::fromStdString(export_choice_text(choice));
    if (opened_choice_) opened_choice_ = choice;
    const QString file = ask_export_file(choice.format);
    if (file.isEmpty()) continue;  // back to the choices
    // Who names a file names its format.
    choice.format = file_format(QFileInfo(file).suffix().toStdString()).value_or(choice.format);
    write_figure(file.toStdString(), *figure, from, choice);
    return true;
  }
  return false;
}

void MainWindow::export_sweep(const Origin& from, const Figure& present) {
  SweepDialog dialog(from, present, last_number_.value_or(0), theme_, this);
  while (dialog.exec() == QDialog::Accepted)
    if (export_drawn(dialog.figure(), dialog.swept())) return;
}

void MainWindow::write_figure(const std::filesystem::path& file, const Figure& figure, const Origin& from,
                              const ExportChoice& choice) {
  try {
    save_file(file, figure_file(figure, from, choice.format, choice.sheet));
    problem_bar_->show_done(say("The figure is in {}.", file.string()));
  } catch (const InputError& error) {
    show_problems(error.problems());
  } catch (const WriteError& error) {
    problem_bar_->show_problem(sentence(error.problem()));
  }
}

QString MainWindow::ask_film_file(FilmFormat format) {
  const auto ending = [](FilmFormat each) { return QString::fromStdString(film_ending(each)); };
  SaveQuestion question{.title = tr("Animate"),
                        .proposed = proposed_file(ending(format)),
                        .filter = format == FilmFormat::pictures
                                      ? tr("A folder of pictures (*)")
                                      : tr("Films (*%1);;All files (*)").arg(ending(format)),
                        .ending = ending(format)};
  for (const FilmFormat each : film_formats)
    if (each != FilmFormat::pictures) question.known.push_back(ending(each));
  const QString file = ask_save(question, this);
  if (!file.isEmpty()) remembered_.folder = QFileInfo(file).absolutePath();
  return file;
}

void MainWindow::animate() {
  settle();
  FilmChoice choice =
      film_choice(remembered_.film_choice.toStdString()).value_or(FilmChoice{.sheet = sheet_on_screen()});
  choice.sheet.panels = sheet_on_screen().panels;
  AnimateDialog dialog(origin(), choice, last_number_.value_or(0), theme_, this);
  while (dialog.exec() == QDialog::Accepted) {
    remembered_.film_choice = QString::fromStdString(film_choice_text(dialog.choice()));
    last_number_ = dialog.film().variation.field;  // proposed again
    const QString file = ask_film_file(dialog.choice().format);
    if (!file.isEmpty()) return write_film_at(file, dialog.film());
  }
}

void MainWindow::write_film_at(const QString& file, const Film& film) {
  try {
    const std::string path = file.toStdString();
    const auto written = write_film_watched(film, path, this);
    if (written && written->removed > 0)
      problem_bar_->show_notice(say("The film is in {}. {}", path, words_on_removed(*written)));
    else if (written)
      problem_bar_->show_done(say("The film is in {}.", path));
    else if (QFileInfo(file).isDir())
      problem_bar_->show_notice(say("The film was stopped; the pictures drawn until then are in {}.", path));
    else
      problem_bar_->show_done("The film was stopped; nothing was written.");
  } catch (const InputError& error) {
    show_problems(error.problems());
  } catch (const WriteError& error) {
    problem_bar_->show_problem(sentence(error.problem()));
  }
}

void MainWindow::show_code() {
  settle();
  try {
    CodeDialog dialog(origin(), proposed_file(QStringLiteral(".py")), theme_, this);
    dialog.exec();
    if (!dialog.saved_file().isEmpty()) remembered_.folder = QFileInfo(dialog.saved_file()).absolutePath();
  } catch (const InputError& error) {
    show_problems(error.problems());
  }
}

void MainWindow::print() {
  settle();
  Sheet sheet = proposed_choice().sheet;
  sheet.panels = sheet_on_screen().panels;
  if (theme_.dark || sheet.theme == SheetTheme::dark) sheet.theme = SheetTheme::print;
  const Figure figure = on_sheet(*figure_, sheet);
  preview_print(this, figure, sheet);
}

QMimeData* MainWindow::figure_data() const {
  auto* mime = new QMimeData;
  Sheet sheet = sheet_on_screen();
  const auto bytes = [&](FileFormat format) {
    return QByteArray::fromStdString(figure_file(*figure_, origin(), format, sheet));
  };
  mime->setData(QStringLiteral("image/svg+xml"), bytes(FileFormat::svg));
  mime->setData(QStringLiteral("application/pdf"), bytes(FileFormat::pdf));
  sheet.dpi *= 2;
  const QByteArray png = bytes(FileFormat::png);
  mime->setImageData(QImage::fromData(png, "PNG"));
  mime->setData(QStringLiteral("image/png"), png);  // as it is: encoded anew it would lose its state
  return mime;
}

void MainWindow::copy_figure() {
  settle();
  QApplication::clipboard()->setMimeData(figure_data());  // which owns it then
  problem_bar_->show_done("The figure is on the clipboard, as a picture, as SVG and as PDF.");
}

void MainWindow::drag_figure_out() {
  settle();
  const ExportChoice choice = proposed_choice();
  const QString name = QString::fromStdString(document_.lab().id + "." + format_name(choice.format));
  const QString file = dragged_files_.filePath(name);
  Sheet sheet = choice.sheet;
  sheet.panels = sheet_on_screen().panels;
  try {
    save_file(file.toStdString(), figure_file(*figure_, origin(), choice.format, sheet));
  } catch (const InputError& error) {
    return show_problems(error.problems());
  } catch (const WriteError& error) {
    return problem_bar_->show_problem(sentence(error.problem()));
  }
  QMimeData* mime = figure_data();
  mime->setUrls({QUrl::fromLocalFile(file)});
  auto* drag = new QDrag(this);  // deletes itself once it is over
  drag->setMimeData(mime);
  drag->setPixmap(figure_view_->grab().scaledToWidth(240, Qt::SmoothTransformation));
  drag->exec(Qt::CopyAction);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  // With Ctrl held, the figure itself is what is dragged.
  if (watched != figure_view_) return QMainWindow::eventFilter(watched, event);
  if (event->type() == QEvent::MouseButtonPress) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    figure_held_at_.reset();
    if (mouse->button() == Qt::LeftButton && mouse->modifiers().testFlag(Qt::ControlModifier)) {
      figure_held_at_ = mouse->position();
      return true;
    }
  }
  if (event->type() == QEvent::MouseButtonRelease && figure_held_at_) {
    figure_held_at_.reset();
    return true;
  }
  if (event->type() == QEvent::MouseMove && figure_held_at_) {
    const QPointF way = static_cast<QMouseEvent*>(event)->position() - *figure_held_at_;
    if (way.manhattanLength() >= QApplication::startDragDistance()) {
      figure_held_at_.reset();
      drag_figure_out();
    }
    return true;
  }
  return QMainWindow::eventFilter(watched, event);
}

}  // namespace theta
