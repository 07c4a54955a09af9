// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text.h"
#include "ui/theme.h"

#include <QPixmap>
#include <QRectF>
#include <QSvgRenderer>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

namespace theta {

/// The lab's formula, and beside it the same with numbers. A symbol lights up with its parameter, and a
/// parameter with its symbol.
class FormulaStrip : public QWidget {
  Q_OBJECT

 public:
  explicit FormulaStrip(QWidget* parent = nullptr);

  void show_formula(const std::string& id);  ///< a file of resources/formulas
  /// The formula with its numbers, a line each.
  void show_worked(const std::vector<Text>& lines);
  void light(const std::optional<std::string>& parameter);
  /// The numbers go to the tooltip.
  void set_compact(bool compact);
  void show_theme(const Theme& theme);

  /// Where the symbols of a parameter stand, in pixels of this widget.
  std::vector<QRectF> places_of(const std::string& parameter) const;

  QSize sizeHint() const override { return {400, height()}; }
  QSize minimumSizeHint() const override { return {200, height()}; }

 Q_SIGNALS:
  void hovered(std::optional<std::string> parameter);
  void clicked(std::string parameter);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Symbol {
    std::string parameter;
    QString element;  ///< its id in the drawing
  };
  double scale() const;
  QRectF formula_place() const;
  QRectF place_of(const Symbol& symbol) const;
  std::optional<std::string> parameter_at(QPointF point) const;
  void draw_anew();
  void fit();
  double formula_height() const;
  bool worked_below() const;
  void paint_worked(QPainter& painter) const;
  void paint_worked_below(QPainter& painter) const;
  void paint_worked_beside(QPainter& painter) const;

  std::string id_;
  QByteArray svg_;
  std::vector<Symbol> symbols_;
  mutable QSvgRenderer plain_, lit_;  // rendering an element is not const
  QPixmap picture_;                   ///< of the formula: drawing it takes longer than a frame may
  std::vector<Text> worked_;
  std::optional<std::string> lit_parameter_, hovered_;
  Theme theme_ = light_theme();
  bool compact_ = false;
};

}  // namespace theta
