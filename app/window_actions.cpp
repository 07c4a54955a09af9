// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_actions.h"

#include "ui/icon.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace theta {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("WindowActions", text); }

QAction* action(QMenu* menu, const char* text, const QKeySequence& key = {}) {
  QAction* added = menu->addAction(tr(text));
  added->setShortcut(key);
  return added;
}

QAction* checkable(QMenu* menu, const char* text, QActionGroup* group = nullptr) {
  QAction* added = action(menu, text);
  added->setCheckable(true);
  if (group) group->addAction(added);
  return added;
}

}  // namespace

WindowActions make_actions(QMainWindow* window) {
  WindowActions actions{};
  QMenuBar* bar = window->menuBar();

  QMenu* file = bar->addMenu(tr("&File"));
  actions.open_state = action(file, "&Open…", QKeySequence::Open);
  actions.open_model = action(file, "Open &Model Config…", tr("Ctrl+Shift+O"));
  actions.recent = file->addMenu(tr("Open &Recent"));
  file->addSeparator();
  actions.save = action(file, "&Save", QKeySequence::Save);
  actions.save_as = action(file, "Save &As…", tr("Ctrl+Shift+S"));
  file->addSeparator();
  actions.export_figure = action(file, "&Export Figure…", tr("Ctrl+E"));
  actions.export_figure->setObjectName(QStringLiteral("export_figure"));
  actions.export_figure->setIconText(tr("Export…"));
  actions.export_sweep = action(file, "Export S&weep…", tr("Ctrl+Shift+W"));
  actions.export_sweep->setObjectName(QStringLiteral("export_sweep"));
  actions.animate = action(file, "Export A&nimation…", tr("Ctrl+Shift+E"));
  actions.code = action(file, "&Code…", tr("Ctrl+Shift+K"));
  actions.code->setObjectName(QStringLiteral("code"));
  actions.print = action(file, "&Print…", QKeySequence::Print);
  file->addSeparator();
  actions.quit = action(file, "&Quit", QKeySequence::Quit);

  QMenu* edit = bar->addMenu(tr("&Edit"));
  actions.undo = action(edit, "&Undo", QKeySequence::Undo);
  actions.undo->setObjectName(QStringLiteral("undo"));
  actions.redo = action(edit, "&Redo", QKeySequence::Redo);
  actions.redo->setObjectName(QStringLiteral("redo"));
  edit->addSeparator();
  actions.copy_figure = action(edit, "&Copy Figure", tr("Ctrl+Shift+C"));
  actions.copy_figure->setIconText(tr("Copy figure"));
  edit->addSeparator();
  actions.reset = action(edit, "&Reset Parameters", tr("Ctrl+R"));
  actions.reset->setObjectName(QStringLiteral("reset"));

  actions.view = bar->addMenu(tr("&View"));
  auto* colours = new QActionGroup(window);
  actions.system_colours = checkable(actions.view, "Colours of the &System", colours);
  actions.light_colours = checkable(actions.view, "&Light", colours);
  actions.dark_colours = checkable(actions.view, "&Dark", colours);
  actions.view->addSeparator();
  actions.projector = checkable(actions.view, "Large, for a &Projector");
  actions.projector->setShortcut(tr("Ctrl+Shift+P"));
  actions.reduced_motion = checkable(actions.view, "Reduce &Motion");
  actions.full_screen = checkable(actions.view, "&Full Screen");
  actions.full_screen->setShortcut(QKeySequence::FullScreen);
  actions.all_panels = action(actions.view, "Show &All Panels", tr("Ctrl+0"));
  actions.view->addSeparator();

  QMenu* lab = bar->addMenu(tr("&Lab"));
  actions.labs = lab->addMenu(tr("&Open Lab"));
  actions.presets = lab->addMenu(tr("&Presets"));
  lab->addSeparator();
  actions.play = action(lab, "Pla&y");
  actions.play->setIconText(tr("Play"));
  actions.play->setObjectName(QStringLiteral("play"));
  QMenu* how = lab->addMenu(tr("Play &How"));
  auto* ways = new QActionGroup(window);
  actions.play_ways = {{checkable(how, "&Once", ways), PlayWay::once},
                       {checkable(how, "&Round and Round", ways), PlayWay::round},
                       {checkable(how, "&To and Fro", ways), PlayWay::to_and_fro}};
  how->addSeparator();
  auto* speeds = new QActionGroup(window);
  actions.play_speeds = {{checkable(how, "&Slow, 30 s", speeds), 30},
                         {checkable(how, "&Usual, 10 s", speeds), 10},
                         {checkable(how, "&Fast, 4 s", speeds), 4}};

  QMenu* help = bar->addMenu(tr("&Help"));
  actions.about_lab = action(help, "About This &Lab", QKeySequence::HelpContents);
  actions.formula_help = action(help, "&Functions in Formulas");
  actions.keys_help = action(help, "&Keys and Mouse");
  help->addSeparator();
  actions.about = action(help, "&About Thetalab");
  return actions;
}

void colour_icons(const WindowActions& actions, const Theme& theme, bool playing) {
  actions.undo->setIcon(icon(QStringLiteral("undo"), theme.text));
  actions.redo->setIcon(icon(QStringLiteral("redo"), theme.text));
  actions.play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play"), theme.text));
}

}  // namespace theta
