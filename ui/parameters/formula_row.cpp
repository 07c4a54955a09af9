// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/formula_row.h"

#include "ui/parameters/number_box.h"
#include "ui/words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace theta {

QString marked_formula(const QString& formula, const FormulaError& error, const QColor& colour) {
  const QList<uint> signs = formula.toUcs4();
  const auto part = [&](qsizetype from, qsizetype to) {
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(signs.data()) + from, to - from)
        .toHtmlEscaped();
  };
  const qsizetype at = std::min(static_cast<qsizetype>(error.position), signs.size());
  const QString wrong = at < signs.size() ? part(at, at + 1) : QStringLiteral("\u2038");  // a caret
  const QString rest = at < signs.size() ? part(at + 1, signs.size()) : QString();
  return QStringLiteral("%1<u style=\"color:%2\"><b>%3</b></u>%4<br><span style=\"color:%2\">%5</span>")
      .arg(part(0, at), colour.name(), wrong, rest, rich(error.what));
}

FormulaRow::FormulaRow(const Field& field, Check check, QWidget* parent)
    : ParameterRow(field, std::move(check), parent), line_(new QLineEdit(this)), error_(new QLabel(this)) {
  put_below(line_);
  put_below(error_);
  error_->setWordWrap(true);
  error_->setTextFormat(Qt::RichText);
  error_->hide();
  name_for_screen_reader(line_);
  setFocusProxy(line_);
  line_->installEventFilter(this);
  connect(line_, &QLineEdit::textEdited, this, &FormulaRow::typed);
  connect(line_, &QLineEdit::returnPressed, this, &FormulaRow::finish);
}

void FormulaRow::typed() {
  const Formula formula{line_->text().trimmed().toStdString()};
  const auto& kind = std::get<FormulaText>(field().kind);
  const auto error = kind.check ? kind.check(formula.text) : std::nullopt;
  show_error(error);
  if (error || formula == shown_) return;
  if (!typing_) Q_EMIT drag_started();
  typing_ = true;
  propose(formula);
}

void FormulaRow::finish() {
  if (typing_) Q_EMIT drag_ended();
  typing_ = false;
  if (!error_->isHidden())
    propose(Formula{line_->text().trimmed().toStdString()});  // refused: the bar says why
}

void FormulaRow::show_error(const std::optional<FormulaError>& error) {
  mark_invalid(*line_, error.has_value());
  error_->setVisible(error.has_value());
  if (!error) return;
  error_->setText(marked_formula(line_->text(), *error, theme().danger));
  line_->setAccessibleDescription(spoken(error->what));
}

void FormulaRow::show_value(const Value& value, Limits) {
  const auto& formula = std::get<Formula>(value);
  if (formula == shown_ && !line_->text().isEmpty()) return;
  shown_ = formula;
  const QString text = QString::fromStdString(formula.text);
  if (line_->text().trimmed() == text) return;  // it is being typed
  line_->setText(text);
  show_error({});
}

void FormulaRow::show_theme(const Theme& theme) {
  ParameterRow::show_theme(theme);
  line_->setFont(interface_font(theme, 12.5));
  error_->setFont(interface_font(theme, 12.5));
}

bool FormulaRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut) finish();
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
      !error_->isHidden()) {
    line_->setText(QString::fromStdString(shown_.text));
    show_error({});
    return true;
  }
  return ParameterRow::eventFilter(watched, event);
}

}  // namespace theta
