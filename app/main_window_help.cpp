// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_window.h"
#include "core/math/expression.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace theta {
namespace {

QString heading(const QString& text) { return QStringLiteral("<h3>%1</h3>").arg(text); }
QString paragraph(const QString& text) { return QStringLiteral("<p>%1</p>").arg(text); }
QString row(const QString& left, const QString& right) {
  return QStringLiteral(
             "<tr><td style=\"padding:2px 18px 2px 0\"><b>%1</b></td><td style=\"padding:2px "
             "0\">%2</td></tr>")
      .arg(left, right);
}
QString table(const QString& rows) { return QStringLiteral("<table>%1</table>").arg(rows); }

}  // namespace

void MainWindow::show_help(const QString& title, const QString& html) {
  auto* dialog = new QDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->resize(620, 560);
  auto* text = new QTextBrowser(dialog);
  text->setHtml(html);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
  auto* column = new QVBoxLayout(dialog);
  column->addWidget(text);
  column->addWidget(buttons);
  dialog->show();
}

void MainWindow::show_lab_help() {
  const Lab& lab = document_.lab();
  QString html = paragraph(rich(lab.summary)) + paragraph(rich(lab.source)) +
                 heading(tr("Presets, and what to look for"));
  QString presets;
  for (const Preset& preset : lab.presets()) presets += row(rich(preset.name), rich(preset.look_for));
  QString parameters;
  for (const Field& field : lab.fields) parameters += row(rich(field.name.label), rich(field.name.help));
  html += table(presets) + heading(tr("Parameters")) + table(parameters);
  show_help(plain(lab.name), html);
}

void MainWindow::show_formula_help() {
  QString rows;
  for (const ExpressionName& name : expression_names())
    rows +=
        row(QString::fromUtf8(name.name.data(), static_cast<qsizetype>(name.name.size())).toHtmlEscaped(),
            QString::fromUtf8(name.help.data(), static_cast<qsizetype>(name.help.size())).toHtmlEscaped());
  show_help(tr("Functions in Formulas"),
            paragraph(tr("A formula in x, such as <tt>x*tanh(softplus(x))</tt>. A number box takes one "
                         "without x, such as <tt>pi/6</tt> or <tt>2^12</tt>.")) +
                table(rows));
}

void MainWindow::show_keys_help() {
  const QString rows =
      row(tr("Drag a ring"), tr("changes the parameter it stands for")) +
      row(tr("Click a dial or a point"), tr("chooses it in all panels")) +
      row(tr("Double click a panel"), tr("shows it alone, and again all of them")) +
      row(tr("Space"), tr("starts and stops Play")) +
      row(tr("Tab, then arrow keys"), tr("move a slider or a ring; with Shift finely, with Ctrl coarsely")) +
      row(tr("Double click a slider"), tr("resets it")) +
      row(tr("Drag with Ctrl"), tr("takes the whole figure out of the window, as a file")) +
      row(tr("Number boxes"), tr("take 1e-4, 2^12, pi/6")) +
      row(tr("Ctrl+Z, Ctrl+Y"), tr("undo and redo, a drag in one step"));
  show_help(tr("Keys and Mouse"), table(rows));
}

void MainWindow::show_about() {
  show_help(
      tr("About Thetalab"),
      heading(tr("Thetalab %1").arg(QCoreApplication::applicationVersion())) +
          paragraph(tr(
              "Live pictures of the ideas inside deep networks. Move a parameter, and everything follows.")) +
          paragraph(tr("Free software under the GNU General Public License, version 3 or later. Nothing "
                       "leaves this machine.")));
}

}  // namespace theta
