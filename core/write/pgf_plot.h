// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/polyline.h"
#include "core/model/axis_place.h"
#include "core/write/figure_pgfplots.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace theta {

/// Millimetres to the right and up from a plot's lower left corner.
using PagePoint = Eigen::Vector2d;
using PageLine = std::vector<PagePoint>;

constexpr double millimetres_a_point = 25.4 / 72.27, points_a_pixel = 0.75;

/// A number of a length, rounded as TeX can use it: 0.3333.
std::string short_number(double number);

/// Between a panel's coordinates, the page and the numbers of the pgfplots axis that shows it.
class PgfPlot {
 public:
  /// The circle of a polar plot lies `rim` millimetres within it; its pgfplots axis is in millimetres from
  /// the centre.
  PgfPlot(const PgfPanel& panel, bool polar, double rim);

  bool polar() const { return polar_; }
  double radius() const { return radius_; }  ///< of a polar plot's circle
  Rectangle box() const { return {0, width_, 0, height_}; }
  Rectangle values() const { return values_; }  ///< what is shown, in the panel's coordinates
  const AxisPlace& x() const { return x_; }
  const AxisPlace& y() const { return y_; }  ///< polar: of the radius

  PagePoint at(Point point) const;    ///< NaN where a log axis has no place for it
  bool shows(PagePoint place) const;  ///< within the plot, with a hair to spare

  /// The pieces of a line through points of the panel that are shown; a polar one ends at the rim.
  std::vector<PageLine> shown(const std::vector<double>& xs, const std::vector<double>& ys) const;
  std::vector<PageLine> shown(const PageLine& line) const;
  PageLine shown_area(PageLine outline) const;

  std::string written(PagePoint place) const;  ///< "(0.5,-1)"
  std::string limits() const;                  ///< "xmin=0,xmax=1,ymin=…"
  std::string written_x(double value) const;   ///< of a tick
  std::string written_y(double value) const;

 private:
  /// An axis of pgfplots: what its numbers count from and how finely they are told apart.
  struct Numbers {
    AxisPlace place;
    double origin = 0, step = 0;
    std::string of_value(double value) const;
    std::string of_place(double millimetres) const { return of_value(place.value(millimetres)); }
  };
  static Numbers numbers_of(const AxisPlace& place);

  bool polar_;
  double width_, height_, radius_;
  Rectangle values_;
  AxisPlace x_, y_;
  Numbers x_numbers_, y_numbers_;
};

}  // namespace theta
