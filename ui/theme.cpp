// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace theta {
namespace {

constexpr QRgb rgb(unsigned hex) { return 0xff000000u | hex; }

Theme theme(bool dark, std::array<unsigned, 11> tokens, std::array<unsigned, 8> series) {
  Theme theme;
  theme.dark = dark;
  QColor* const places[] = {&theme.ground,     &theme.pane,      &theme.hairline, &theme.text,
                            &theme.muted_text, &theme.grid,      &theme.axis,     &theme.accent,
                            &theme.wash,       &theme.on_accent, &theme.danger};
  for (std::size_t i = 0; i < tokens.size(); ++i) *places[i] = QColor(rgb(tokens[i]));
  std::ranges::transform(series, theme.series.begin(), [](unsigned hex) { return QColor(rgb(hex)); });
  return theme;
}

/// The first of the families that is there. The names are looked up here, once, because the font engine would
/// look for each absent one again, a millisecond for every size and weight of a font.
QString first_installed(const QStringList& families) {
  static const QStringList installed = QFontDatabase::families();
  const auto found =
      std::ranges::find_if(families, [](const QString& each) { return installed.contains(each); });
  return found == families.end() ? families.back() : *found;
}

QString serif_family() {
  static const QString family = first_installed(
      {QStringLiteral("STIX Two Text"), QStringLiteral("STIX"), QStringLiteral("Times New Roman"),
       QStringLiteral("Liberation Serif"), QStringLiteral("serif")});
  return family;
}

/// The font the desktop's owner chose, or Inter where the desktop names only "whatever there is".
QFont desktop_font() {
  QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
  static const QStringList generic = {QString(), QStringLiteral("Sans Serif"), QStringLiteral("Sans"),
                                      QStringLiteral("sans-serif"), QStringLiteral("Helvetica")};
  const QString chosen = generic.contains(font.family()) ? QString() : font.family();
  font.setFamily(first_installed({chosen, QStringLiteral("Inter"), font.family()}));
  return font;
}

/// As WCAG 2.1 defines it: of light from 0 to 1.
double relative_luminance(const QColor& colour) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast_between(const QColor& one, const QColor& other) {
  const double first = relative_luminance(one), second = relative_luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor blended(const QColor& from, const QColor& to, double part) {
  const auto channel = [part](int of, int towards) {
    return static_cast<int>(std::lround(of + part * (towards - of)));
  };
  return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()),
                channel(from.blue(), to.blue()));
}

}  // namespace

Theme light_theme() {
  return theme(false,
               {0xf3f4f6, 0xffffff, 0xdcdfe4, 0x1c2127, 0x626b77, 0xeceef1, 0xaab1bb, 0x2f30ed, 0xe8e9fd,
                0xffffff, 0xb3261e},
               {0x2f30ed, 0xaf5c0a, 0x19886f, 0xf047ac, 0xbc8a2d, 0x6314aa, 0x4198de, 0x873914});
}

Theme dark_theme() {
  return theme(true,
               {0x0f1216, 0x15181d, 0x2a2f37, 0xe6e9ee, 0x98a1ae, 0x20252c, 0x4a525e, 0x4ca4f1, 0x16293c,
                0x0f1216, 0xf28b82},
               {0x4ca4f1, 0xeb985f, 0xa3eabe, 0xe94a91, 0xeff118, 0x856dfd, 0x5bd2f3, 0xb86f36});
}

Theme projector(Theme theme) {
  theme.ground = theme.pane = theme.dark ? Qt::black : Qt::white;
  theme.type = 1.6;
  theme.lines = 1.5;
  return theme;
}

Theme print_theme() {
  Theme theme = light_theme();
  theme.ground = Qt::white;
  theme.text = Qt::black;
  theme.muted_text = QColor(rgb(0x333333));
  theme.grid = QColor(rgb(0xe3e3e3));
  theme.axis = QColor(rgb(0x808080));
  return theme;
}

Theme greyscale_theme() {
  Theme theme = print_theme();
  // L* of 0, 51, 21, 72, 41, 10, 62, 31: neighbours are 30 apart, every second 20, any two 10.
  constexpr std::array<unsigned, 8> greys = {0x000000, 0x7b7b7b, 0x323232, 0xb0b0b0,
                                             0x616161, 0x1c1c1c, 0x959595, 0x494949};
  std::ranges::transform(greys, theme.series.begin(), [](unsigned hex) { return QColor(rgb(hex)); });
  theme.accent = Qt::black;
  theme.hairline = theme.grid;
  theme.grey = true;
  theme.bars = 0.45;
  theme.wash = QColor(rgb(0xededed));
  return theme;
}

bool system_is_dark() {
  const QPalette system = QGuiApplication::palette();
  return system.color(QPalette::Window).lightnessF() < system.color(QPalette::WindowText).lightnessF();
}

QColor Theme::colour(Role role) const {
  switch (role) {
    case Role::positive:
      return series[0];
    case Role::negative:
      return series[1];
    case Role::highlight:
      return accent;
    case Role::muted:
      return axis;
    case Role::ink:
      return text;
    case Role::series_1:
    case Role::series_2:
    case Role::series_3:
    case Role::series_4:
    case Role::series_5:
    case Role::series_6:
    case Role::series_7:
    case Role::series_8:
      break;
  }
  return series[static_cast<std::size_t>(role)];
}

QColor Theme::words(Role role) const {
  if (role == Role::muted) return muted_text;
  constexpr double legible = 4.5;
  const QColor pure = colour(role);
  QColor written = pure;
  for (int part = 1; part <= 20 && contrast_between(written, pane) < legible; ++part)
    written = blended(pure, text, part / 20.0);
  return written;
}

QFont interface_font(const Theme& theme, double size, QFont::Weight weight) {
  static const QFont desktop = desktop_font();
  QFont font = desktop;
  font.setPointSizeF(0.75 * size * theme.type);
  font.setWeight(weight);
  return font;
}

QFont figure_font(const Theme& theme, double size, QFont::Weight weight) {
  // Helvetica is not asked for: a Type 1 clone of it might be taken, which PDF cannot embed.
  static const QString sans = first_installed(
      {QStringLiteral("Arial"), QStringLiteral("Liberation Sans"), QStringLiteral("sans-serif")});
  QFont font(theme.serif ? serif_family() : sans);
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(size * theme.type))));
  font.setWeight(weight);
  font.setStyleStrategy(QFont::PreferAntialias);
  font.setHintingPreference(QFont::PreferNoHinting);  // so that a label is as wide on paper as on screen
  return font;
}

QFont symbol_font(const Theme& theme, double size) {
  QFont font = figure_font(theme, size);
  font.setFamily(serif_family());
  font.setItalic(true);
  return font;
}

QPalette palette(const Theme& theme) {
  QPalette palette;
  const auto set = [&](QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); };
  set(QPalette::Window, theme.pane);
  set(QPalette::WindowText, theme.text);
  set(QPalette::Base, theme.pane);
  set(QPalette::AlternateBase, theme.ground);
  set(QPalette::Text, theme.text);
  set(QPalette::PlaceholderText, theme.muted_text);
  set(QPalette::Button, theme.pane);
  set(QPalette::ButtonText, theme.text);
  set(QPalette::BrightText, theme.on_accent);
  set(QPalette::Highlight, theme.accent);
  set(QPalette::HighlightedText, theme.on_accent);
  set(QPalette::Link, theme.accent);
  set(QPalette::LinkVisited, theme.series[5]);
  set(QPalette::ToolTipBase, theme.text);
  set(QPalette::ToolTipText, theme.pane);
  set(QPalette::Light, theme.hairline);
  set(QPalette::Midlight, theme.hairline);
  set(QPalette::Mid, theme.hairline);
  set(QPalette::Dark, theme.axis);
  set(QPalette::Shadow, theme.ground);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, theme.axis);
  palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.hairline);
  return palette;
}

namespace {

/// Colours stand as $token; a sheet of rules, not of widgets: one look for each kind of control.
constexpr auto rules = R"(
QWidget { color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QMainWindow, QDialog, QDockWidget, QStackedWidget { background: $pane; }
QMainWindow::separator { background: $hairline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; border: none; }
QDockWidget::title { background: $pane; padding: 6px 16px; text-align: left; color: $muted; }
QFrame[surface="pane"], QWidget[surface="pane"] { background: $pane; }
QFrame[surface="ground"], QWidget[surface="ground"] { background: $ground; }
QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[muted="true"] { color: $muted; }
QLabel:disabled, QCheckBox:disabled, QRadioButton:disabled { color: $axis; }

QPushButton, QToolButton { background: $pane; border: 1px solid $hairline; border-radius: 6px; padding: 4px 12px; min-height: 16px; }
QToolButton { padding: 4px; }
QPushButton:hover, QToolButton:hover { background: $ground; border-color: $axis; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked { background: $wash; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 3px 11px; }
QToolButton:focus { padding: 3px; }
QPushButton:disabled, QToolButton:disabled { color: $axis; background: $pane; border-color: $hairline; }
QPushButton[primary="true"], QToolButton[primary="true"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; padding: 4px 16px; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover { background: $strong; border-color: $strong; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid $text; padding: 3px 15px; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled { background: $hairline; border-color: $hairline; color: $muted; }
QPushButton[flat="true"], QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: $ground; border-color: $hairline; }
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border: 2px solid $accent; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0px; }

QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit { background: $pane; border: 1px solid $hairline; border-radius: 5px; padding: 2px 6px; }
QLineEdit:hover, QAbstractSpinBox:hover, QPlainTextEdit:hover, QTextEdit:hover { border-color: $axis; }
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 1px 5px; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: $axis; background: $ground; }
QLineEdit[invalid="true"], QAbstractSpinBox[invalid="true"], QPlainTextEdit[invalid="true"] { border-color: $danger; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0px; border: none; }
QAbstractSpinBox QLineEdit { border: none; padding: 0px; background: transparent; }

QComboBox { combobox-popup: 0; background: $pane; border: 1px solid $hairline; border-radius: 6px; padding: 2px 8px; min-height: 20px; }
QComboBox:hover { border-color: $axis; }
QComboBox:focus, QComboBox:on { border: 2px solid $accent; padding: 1px 7px; }
QComboBox:disabled { color: $axis; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url(:/icons/$chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $pane; border: 1px solid $hairline; outline: none; selection-background-color: $wash; selection-color: $text; }

QCheckBox, QRadioButton { spacing: 8px; padding: 2px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $axis; border-radius: 4px; background: $pane; }
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(:/icons/$tick.svg); }
QCheckBox::indicator:disabled { background: $ground; border-color: $hairline; }

QSlider { min-height: 20px; background: transparent; border: 2px solid transparent; border-radius: 6px; }
QSlider:focus { border-color: $accent; }
QSlider::groove:horizontal { height: 4px; background: $hairline; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 9px; height: 9px; margin: -5px 0px; background: $pane; border: 2px solid $accent; border-radius: 6px; }
QSlider::handle:horizontal:hover { background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $axis; }
QSlider::handle:horizontal:disabled { border-color: $axis; }

QMenuBar { background: $pane; border: none; padding: 2px 8px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 5px; }
QMenuBar::item:selected { background: $wash; }
QMenu { background: $pane; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 5px; }
QMenu::item:selected { background: $wash; color: $text; }
QMenu::item:disabled { color: $axis; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QToolTip { background: $text; color: $pane; border: none; padding: 5px 8px; }

QToolBar { background: $pane; border: none; border-bottom: 1px solid $hairline; spacing: 0px; padding: 0px; }
QToolBar::separator { background: $hairline; width: 1px; margin: 6px 4px; }
QStatusBar { background: $pane; border-top: 1px solid $hairline; color: $muted; }

QAbstractItemView { background: $pane; border: none; outline: none; alternate-background-color: $ground; }
QLabel#lab_title { font-weight: 600; }
QListWidget#lab_list { padding: 4px 8px; }
QListView::item, QTreeView::item { padding: 5px 8px; border-radius: 5px; border-left: 3px solid transparent; }
QListWidget#lab_list::item:selected { border-left-color: $accent; }
QListView::item:hover, QTreeView::item:hover { background: $ground; }
QListView::item:selected, QTreeView::item:selected { background: $wash; color: $text; }
QTreeView::branch { background: transparent; }
QHeaderView::section { background: $pane; color: $muted; border: none; border-bottom: 1px solid $hairline; padding: 4px; }
QTableView { gridline-color: $hairline; }

QScrollArea { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $hairline; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $axis; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: transparent; border: none; width: 0px; height: 0px; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QGroupBox { border: none; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: $muted; }
QProgressBar { background: $hairline; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: $hairline; }
)";

}  // namespace

QString style_sheet(const Theme& theme) {
  const std::pair<const char*, QColor> tokens[] = {
      {"$on_accent", theme.on_accent},
      {"$accent", theme.accent},
      {"$axis", theme.axis},
      {"$danger", theme.danger},
      {"$ground", theme.ground},
      {"$hairline", theme.hairline},
      {"$muted", theme.muted_text},
      {"$pane", theme.pane},
      {"$strong", theme.dark ? theme.accent.lighter(115) : theme.accent.darker(115)},
      {"$text", theme.text},
      {"$wash", theme.wash}};
  QString sheet = QString::fromLatin1(rules);
  for (const auto& [token, colour] : tokens) sheet.replace(QLatin1String(token), colour.name());
  sheet.replace(QLatin1String("$tick"),
                theme.dark ? QStringLiteral("tick-dark") : QStringLiteral("tick-light"));
  return sheet.replace(QLatin1String("$chevron"),
                       theme.dark ? QStringLiteral("chevron-light") : QStringLiteral("chevron-dark"));
}

}  // namespace theta
