// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_dialog.h"

#include "core/model/change.h"
#include "core/model/on_sheet.h"
#include "core/model/venue.h"
#include "ui/export/lay_out_dialog.h"
#include "ui/export/page_preview.h"
#include "ui/export/painted_figures.h"
#include "ui/export/preflight.h"
#include "ui/export/settings_of_format.h"
#include "ui/group_heading.h"
#include "ui/icon.h"
#include "ui/parameters/check_grid.h"
#include "ui/parameters/combo_box.h"
#include "ui/parameters/parameter_panel.h"
#include "ui/problem_bar.h"
#include "ui/words.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace theta {
namespace {

/// Whole panels and none that another lab's figure had.
void keep_panels_of(Sheet& sheet, const Figure& figure) {
  std::erase_if(sheet.panels, [&](const std::string& id) { return !find_panel(figure, id); });
}

/// Pixels to an inch of the screen a widget is on, or a common screen's where it does not know its size.
double screen_dpi(const QWidget& widget) {
  const double dpi = widget.screen() ? widget.screen()->physicalDotsPerInch() : 0;
  return dpi >= 60 && dpi <= 400 ? dpi : 96;
}

QString format_label(FileFormat format) {
  switch (format) {
    case FileFormat::png:
      return ExportDialog::tr("PNG, a picture in pixels");
    case FileFormat::svg:
      return ExportDialog::tr("SVG, for the web and drawing programs");
    case FileFormat::pdf:
      return ExportDialog::tr("PDF, for papers and slides");
    case FileFormat::tex:
      return ExportDialog::tr("pgfplots, for LaTeX");
    case FileFormat::csv:
      return ExportDialog::tr("CSV, the numbers as a table");
    case FileFormat::json:
      return ExportDialog::tr("JSON, the numbers for programs");
  }
  return {};
}

const Venue* venue_of(const std::string& choice) {
  const std::string id = choice.substr(0, choice.find(':'));
  const auto found = std::ranges::find(venues(), id, &Venue::id);
  return found == venues().end() ? nullptr : &*found;
}

}  // namespace

ExportDialog::ExportDialog(std::shared_ptr<const Figure> figure, const ExportChoice& last, const Theme& theme,
                           QWidget* parent)
    : QDialog(parent),
      figure_(std::move(figure)),
      choice_(last),
      theme_(theme),
      theme_chosen_(!last.venue.empty()) {
  setWindowTitle(tr("Export Figure"));
  keep_panels_of(choice_.sheet, *figure_);
  redraw_.setSingleShot(true);
  redraw_.setInterval(30);
  connect(&redraw_, &QTimer::timeout, this, &ExportDialog::show_figure);

  problem_bar_ = new ProblemBar;
  problem_bar_->show_theme(theme);
  QWidget* choices = choice_column(theme);  // the first for Tab
  lay_out_dialog(*this, *problem_bar_, *preview_column(), *choices, {1120, 760});
  show_choice();
  show_figure();
  format_->setFocus();
}

QWidget* ExportDialog::preview_column() {
  auto* column = new QFrame(this);
  column->setProperty("surface", QStringLiteral("ground"));
  preview_ = new QLabel(column);
  preview_->setAlignment(Qt::AlignCenter);
  auto* scroll = new QScrollArea(column);
  scroll->viewport()->installEventFilter(this);
  scroll->setWidget(preview_);
  scroll->setWidgetResizable(true);
  scroll->setAlignment(Qt::AlignCenter);
  size_ = new QLabel(column);
  size_->setProperty("muted", true);
  size_->setWordWrap(true);
  size_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  fit_ = new QToolButton(column);
  fit_->setObjectName(QStringLiteral("fit"));
  fit_->setText(tr("Fit"));
  fit_->setToolTip(tr("The whole figure, smaller or larger than it will be"));
  fit_->setCheckable(true);
  connect(fit_, &QToolButton::toggled, this, &ExportDialog::show_figure);
  auto* below = new QHBoxLayout;
  below->addWidget(size_, 1);
  below->addWidget(fit_);
  preflight_ = new QVBoxLayout;
  preflight_->setSpacing(4);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(dialog_edge, dialog_edge, dialog_edge, dialog_edge);
  layout->addWidget(scroll, 1);
  layout->addLayout(below);
  layout->addLayout(preflight_);
  return column;
}

QWidget* ExportDialog::choice_column(const Theme& theme) {
  QWidget* column = new_choice_column(theme, *this);
  format_ = new ComboBox(column);
  for (const FileFormat format : file_formats) format_->addItem(format_label(format));
  format_->setAccessibleName(tr("Format"));
  connect(format_, &QComboBox::activated, this, &ExportDialog::choose_format);
  venue_part_ = new QWidget(column);
  venue_ = new ComboBox(venue_part_);
  venue_->setAccessibleName(tr("Venue"));
  venue_->addItem(tr("No venue"));
  for (const Venue& venue : venues()) {
    for (const VenueWidth& width : venue.widths) {
      venue_->addItem(tr("%1, %2").arg(plain(venue.name), plain(width.name)),
                      QString::fromStdString(venue.id + ":" + width.id));
      venue_->setItemData(venue_->count() - 1,
                          tr("%1: %2").arg(venue.year).arg(QString::fromStdString(venue.source)),
                          Qt::ToolTipRole);
    }
  }
  connect(venue_, &QComboBox::activated, this, &ExportDialog::choose_venue);

  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(dialog_edge, dialog_edge, dialog_edge, 8);
  layout->setSpacing(6);
  layout->addWidget(group_heading(tr("Format"), theme, column));
  layout->addWidget(format_);
  auto* venue_layout = new QVBoxLayout(venue_part_);
  venue_layout->setContentsMargins(0, 6, 0, 0);
  venue_layout->setSpacing(6);
  venue_layout->addWidget(group_heading(tr("Venue"), theme, venue_part_));
  venue_layout->addWidget(venue_);
  layout->addWidget(venue_part_);
  if (figure_->panels.size() > 1) {
    std::vector<OptionName> names;
    for (const Panel& panel : figure_->panels)
      names.push_back({panel.id, panel.title.empty() ? verbatim(panel.id) : panel.title});
    panels_ = new CheckGrid(names, column);
    panels_->show_theme(theme);
    connect(panels_, &CheckGrid::chosen, this, &ExportDialog::choose_panels);
    layout->addSpacing(6);
    layout->addWidget(group_heading(tr("Panels"), theme, column));
    layout->addWidget(panels_);
  }
  sheet_panel_ = new ParameterPanel(column);
  sheet_panel_->show_theme(theme);
  sheet_panel_->set_playable(false);
  std::vector<Field> settings = fields<Sheet>();
  for (Field& setting : settings)
    setting.applies = [this, id = setting.name.id](const Values&) { return has_setting(choice_.format, id); };
  sheet_panel_->show_fields(settings);
  connect(sheet_panel_, &ParameterPanel::edited, this, &ExportDialog::edit_sheet);
  connect(sheet_panel_, &ParameterPanel::problem, this,
          [this](const Problem& problem) { problem_bar_->show_problem(sentence(problem)); });
  layout->addWidget(sheet_panel_, 1);
  return column;
}

bool ExportDialog::eventFilter(QObject* watched, QEvent* event) {
  // A figure that fits follows the room there is.
  if (event->type() == QEvent::Resize && fit_->isChecked()) redraw_.start();
  return QDialog::eventFilter(watched, event);
}

void ExportDialog::choose_format(int index) {
  choice_.format = file_formats[static_cast<std::size_t>(index)];
  show_choice();
}

void ExportDialog::choose_venue(int index) {
  choice_.venue = venue_->itemData(index).toString().toStdString();
  if (choice_.venue.empty()) return show_choice();
  Sheet sheet = sheet_for_venue(choice_.sheet, choice_.venue, *figure_);
  if (theme_chosen_) sheet.theme = choice_.sheet.theme;
  set_sheet(sheet);
}

void ExportDialog::choose_panels(const Options& options) {
  Sheet sheet = choice_.sheet;
  sheet.panels.clear();
  if (options.indices.size() < figure_->panels.size())
    for (const std::size_t index : options.indices) sheet.panels.push_back(figure_->panels[index].id);
  if (options.indices.empty())
    problem_bar_->show_problem("A figure needs a panel: all of them are shown.");
  else
    problem_bar_->hide_problem();
  set_sheet(sheet);
}

void ExportDialog::edit_sheet(const Edits& edits) {
  const auto outcome = change(fields<Sheet>(), to_values(choice_.sheet), edits);
  if (const auto* problems = std::get_if<std::vector<Problem>>(&outcome)) {
    problem_bar_->show_problem(sentence(problems->front()));
    return show_choice();
  }
  problem_bar_->hide_problem();
  Sheet sheet = from_values<Sheet>(std::get<Changed>(outcome).values);
  sheet.panels = choice_.sheet.panels;
  theme_chosen_ = theme_chosen_ || sheet.theme != choice_.sheet.theme;
  set_sheet(sheet);
}

void ExportDialog::set_sheet(const Sheet& sheet) {
  choice_.sheet = sheet;
  show_choice();
}

void ExportDialog::show_choice() {
  format_->setCurrentIndex(static_cast<int>(choice_.format));
  venue_->setCurrentIndex(std::max(0, venue_->findData(QString::fromStdString(choice_.venue))));
  sheet_panel_->show_values(to_values(choice_.sheet));
  if (panels_) {
    Options shown;
    for (std::size_t i = 0; i < figure_->panels.size(); ++i)
      if (choice_.sheet.panels.empty() || std::ranges::count(choice_.sheet.panels, figure_->panels[i].id))
        shown.indices.push_back(i);
    panels_->show_chosen(shown);
  }
  venue_part_->setVisible(is_painted(choice_.format));
  redraw_.start();
}

void ExportDialog::show_size(double scale) {
  if (!is_painted(choice_.format))
    return size_->setText(tr("The numbers of these panels, without a picture."));
  const Sheet& sheet = choice_.sheet;
  const auto rounded = [](double value, double step) { return std::round(value / step) * step; };
  const auto sides = [&](double unit, double step) {
    return std::pair(rounded(sheet.width / unit, step), rounded(sheet.height / unit, step));
  };
  const auto [width, height] = sides(1, 0.1);
  const auto [inches, inches_high] = sides(inch, 0.01);
  const auto [points, points_high] = sides(typographic_point, 1);
  QString size = plain(
      say("{} × {} mm · {} × {} in · {} × {} pt", width, height, inches, inches_high, points, points_high));
  if (choice_.format == FileFormat::png) {
    const QSize dots = pixels(sheet);
    size += plain(say(" · {} × {} pixels", dots.width(), dots.height()));
  }
  const long percent = std::lround(scale * 100);
  if (percent != 100) size += tr(" · seen at %1 % of this").arg(percent);
  size_->setText(size);
}

Figure ExportDialog::figure_shown() const { return on_sheet(*figure_, choice_.sheet); }

void ExportDialog::show_figure() {
  constexpr double most_pixels = 4000;  // along a side, of a preview
  const Figure figure = figure_shown();
  Sheet sheet = choice_.sheet;
  const double ratio = devicePixelRatioF(), longest = std::max(sheet.width, sheet.height);
  const double true_dpi = screen_dpi(*this);
  double dpi = true_dpi;
  if (fit_->isChecked()) {
    const QSize room = preview_->parentWidget()->size();
    dpi = inch * std::min(room.width() / sheet.width, room.height() / sheet.height);
  }
  dpi = std::min(dpi * ratio, most_pixels / longest * inch);
  show_size(dpi / ratio / true_dpi);
  // A figure that fits is not a pixel wider than its room.
  sheet.dpi =
      std::max<std::int64_t>(1, fit_->isChecked() ? static_cast<std::int64_t>(dpi) : std::lround(dpi));
  preview_->setPixmap(page_preview(figure_image(figure, sheet), theme_.hairline, ratio));
  show_preflight(preflight(*figure_, choice_.sheet, choice_.format, venue_of(choice_.venue)));
}

void ExportDialog::show_preflight(const std::vector<PreflightItem>& items) {
  while (QLayoutItem* old = preflight_->takeAt(0)) {
    old->widget()->deleteLater();
    delete old;
  }
  for (const PreflightItem& item : items) {
    auto* row = new QWidget;
    row->setObjectName(QString::fromStdString("preflight_" + item.id));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* sign = new QLabel(row);
    sign->setPixmap(icon(item.passes ? QStringLiteral("check") : QStringLiteral("warning"),
                         item.passes ? theme_.muted_text : theme_.danger)
                        .pixmap(16, 16));
    auto* words = new QLabel(plain(item.finding), row);
    words->setWordWrap(true);
    if (item.passes) words->setProperty("muted", true);
    layout->addWidget(sign);
    layout->addWidget(words, 1);
    if (item.mended) {
      auto* mend = new QPushButton(plain(item.mend), row);
      mend->setAutoDefault(false);
      connect(mend, &QPushButton::clicked, this, [this, sheet = *item.mended] { set_sheet(sheet); });
      layout->addWidget(mend);
    }
    preflight_->addWidget(row);
  }
}

}  // namespace theta
