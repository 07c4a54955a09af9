// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_format.h"
#include "app/open_file.h"
#include "app/remembered.h"
#include "app/window_actions.h"
#include "core/model/document.h"
#include "core/model/sheet.h"
#include "core/write/origin.h"
#include "ui/drawer.h"
#include "ui/export/export_choice.h"
#include "ui/play.h"
#include "ui/theme.h"

#include <QMainWindow>
#include <QTemporaryDir>

#include <filesystem>
#include <memory>
#include <optional>

class QDockWidget;
class QMimeData;

namespace theta {

class FigureView;
class FormulaStrip;
class LabList;
class ParameterPanel;
class ProblemBar;
class ReadingsStrip;
struct Film;
class Toolbar;

/// The window: every control asks the document for an edit, the document's values are drawn, the figure is
/// shown.
class MainWindow : public QMainWindow {
  Q_OBJECT

 public:
  explicit MainWindow(const Remembered& remembered, QWidget* parent = nullptr);

  /// Opens a saved state or a model's config.json; a file that cannot be read is said in the bar.
  void open(const std::filesystem::path& path);

  const Document& document() const { return document_; }
  FigureView& figure_view() { return *figure_view_; }
  quint64 newest_request() const {
    return newest_request_;
  }  ///< the number of the figure that is or will be shown
  const std::optional<std::string>& lit() const { return lit_; }  ///< the parameter whose symbol is lit

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  // main_window.cpp: from edit to picture
  void furnish();                  ///< all that stands around the figure; once
  bool apply(const Edits& edits);  ///< false when refused
  void apply_moves(const std::vector<Move>& moves);
  void replace(const Lab& lab, const Values& values, const View& view);
  void refresh();
  void show_document();
  void show_figure(std::shared_ptr<const Figure> figure, quint64 request, bool whole);
  void show_problems(const std::vector<Problem>& problems);
  void choose_preset(std::size_t preset);
  std::optional<std::size_t> preset_on_screen() const;
  void light(const std::optional<std::string>& parameter);
  void toggle_play();
  void play(std::size_t field);
  void set_appearance(Appearance appearance);
  void choose_theme();
  void show_theme();
  void fold();  ///< what a small window has no room for

  // main_window_parts.cpp: what stands around the figure
  void build();
  void connect_parts();
  void connect_actions();
  void connect_player();

  // main_window_files.cpp: opening and saving
  void ask_open(const QString& title, const QString& filter);
  void show_opened(const std::filesystem::path& path, const FigureState& opened);
  /// Says what the window does not show, and exports it as it was.
  void show_sweep(const SweepOf& sweep);
  void show_model(const std::filesystem::path& path, const OpenedModel& model, std::size_t variant);
  void save(bool ask);
  void remember_file(const std::filesystem::path& path);
  void forget_file();  ///< what is shown now is none that was opened
  void show_recent_files();
  void show_title();
  bool may_close();  ///< asks where a saved state has changed
  QString proposed_file(const QString& ending) const;
  Origin origin() const;

  // main_window_figure.cpp: what leaves the window
  Sheet sheet_on_screen() const;  ///< as large as the figure in the window, in its colours
  /// What the figure leaves the window with unless something else is chosen: as it was exported where it was
  /// opened, else as the last one was.
  ExportChoice proposed_choice() const;
  void settle();  ///< what leaves the window is what its controls say
  QString ask_export_file(FileFormat format);
  void export_figure();
  /// False where nothing was chosen to be written.
  bool export_drawn(const std::shared_ptr<const Figure>& figure, const Origin& from);
  void export_sweep(const Origin& from);
  void write_figure(const std::filesystem::path& file, const Origin& from, const ExportChoice& choice);
  QString ask_film_file(FilmFormat format);
  void animate();
  void write_film_at(const QString& file, const Film& film);
  void show_code();
  void print();
  void copy_figure();
  QMimeData* figure_data() const;  ///< as SVG, PDF and a picture
  void drag_figure_out();

  // main_window_help.cpp
  void show_help(const QString& title, const QString& html);
  void show_lab_help();
  void show_formula_help();
  void show_keys_help();
  void show_about();

  Remembered remembered_;
  Document document_;
  View view_;
  std::vector<Preset> presets_;        ///< of the lab that is shown
  std::optional<ModelOrigin> model_;   ///< what the parameters were read from, until another lab or file
  std::filesystem::path file_;         ///< the state's file; empty: not saved yet
  std::filesystem::path figure_file_;  ///< the figure that was opened last, if no other lab followed
  std::optional<ExportChoice> opened_choice_;  ///< how that figure was exported
  Values saved_values_;
  std::shared_ptr<const Figure> figure_;
  quint64 newest_request_ = 0;
  std::optional<std::string> lit_;
  std::optional<std::size_t> last_number_;  ///< the numeric parameter changed last: what Play moves
  Theme theme_;
  std::optional<QPointF> figure_held_at_;  ///< where a press may become a drag of the whole figure
  QTemporaryDir dragged_files_;            ///< what was dragged out, until the window closes

  Drawer drawer_;
  Player player_;
  FigureView* figure_view_;
  WindowActions actions_ = {};  ///< from here on: none until furnished
  Toolbar* toolbar_ = nullptr;
  ProblemBar* problem_bar_ = nullptr;
  FormulaStrip* formula_strip_ = nullptr;
  ReadingsStrip* readings_strip_ = nullptr;
  LabList* lab_list_ = nullptr;
  ParameterPanel* parameter_panel_ = nullptr;
  QDockWidget *lab_dock_ = nullptr, *parameter_dock_ = nullptr;
};

}  // namespace theta
