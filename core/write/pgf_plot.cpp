// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_plot.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace theta {
namespace {

std::string digits_of(double number, int significant) {
  std::array<char, 40> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number + 0.0,
                                 std::chars_format::general, significant)
                       .ptr;
  return {buffer.data(), end};
}

/// The power of ten a part in 10⁷ to 10⁸ of a range.
double step_of(double range) { return std::pow(10, std::floor(std::log10(range)) - 7); }

}  // namespace

std::string short_number(double number) { return digits_of(std::round(number * 1e4) / 1e4, 9); }

PgfPlot::PgfPlot(const PgfPanel& panel, bool polar, double rim)
    : polar_(polar),
      width_(panel.width),
      height_(panel.height),
      radius_(std::max(1.0, std::min(panel.width, panel.height) / 2 - rim)),
      values_{panel.x.low, panel.x.high, panel.y.low, panel.y.high},
      x_(axis_place(panel.x, 0, panel.width)),
      y_(polar ? axis_place(panel.y, 0, radius_) : axis_place(panel.y, 0, panel.height)) {
  const auto centred = [](double length) {
    return AxisPlace{.low = -length / 2, .high = length / 2, .first = 0, .last = length};
  };
  x_numbers_ = numbers_of(polar ? centred(width_) : x_);
  y_numbers_ = numbers_of(polar ? centred(height_) : y_);
}

/// TeX counts with some five digits, so the numbers of a narrow axis far from 0 count from its middle.
PgfPlot::Numbers PgfPlot::numbers_of(const AxisPlace& place) {
  constexpr double far = 50;  // ranges
  const double range = place.high - place.low;
  Numbers numbers{.place = place, .step = place.log ? 0 : step_of(range)};
  const bool narrow = !place.log && std::max(std::abs(place.low), std::abs(place.high)) > far * range;
  if (narrow) {
    const double whole = 10 * range;
    numbers.origin = std::round(place.low / whole) * whole;
  }
  return numbers;
}

std::string PgfPlot::Numbers::of_value(double value) const {
  if (step == 0) return digits_of(value, 8);
  return digits_of(std::round((value - origin) / step) * step, 12);
}

PagePoint PgfPlot::at(Point point) const {
  if (!polar_) return {x_.place(point.x), y_.place(point.y)};
  const double reach = y_.place(point.y);
  return PagePoint(width_, height_) / 2 + reach * PagePoint(std::cos(point.x), std::sin(point.x));
}

bool PgfPlot::shows(PagePoint place) const {
  constexpr double hair = 0.1;
  return place.x() >= -hair && place.x() <= width_ + hair && place.y() >= -hair &&
         place.y() <= height_ + hair;
}

std::vector<PageLine> PgfPlot::shown(const std::vector<double>& xs, const std::vector<double>& ys) const {
  PageLine line;
  if (!polar_) {
    for (std::size_t i = 0; i < xs.size(); ++i) line.push_back(at({xs[i], ys[i]}));
    return shown(line);
  }
  for (std::size_t i = 0; i < xs.size(); ++i) line.emplace_back(xs[i], y_.place(ys[i]));
  constexpr double any = std::numeric_limits<double>::max();
  std::vector<PageLine> pieces =
      clipped_line(std::span<const PagePoint>(line), Rectangle{-any, any, 0, radius_});
  for (PageLine& piece : pieces) {
    for (PagePoint& point : piece) point = at({point.x(), y_.value(point.y())});
  }
  return pieces;
}

std::vector<PageLine> PgfPlot::shown(const PageLine& line) const {
  return clipped_line(std::span<const PagePoint>(line), box());
}

PageLine PgfPlot::shown_area(PageLine outline) const { return clipped_area(std::move(outline), box()); }

std::string PgfPlot::written(PagePoint place) const {
  return "(" + x_numbers_.of_place(place.x()) + "," + y_numbers_.of_place(place.y()) + ")";
}

std::string PgfPlot::limits() const {
  const auto both = [](const std::string& name, const Numbers& numbers) {
    return name + "min=" + numbers.of_place(numbers.place.first) + "," + name +
           "max=" + numbers.of_place(numbers.place.last);
  };
  std::string text = both("x", x_numbers_) + "," + both("y", y_numbers_);
  if (x_numbers_.place.log) text += ",xmode=log";
  if (y_numbers_.place.log) text += ",ymode=log";
  return text;
}

std::string PgfPlot::written_x(double value) const { return x_numbers_.of_value(value); }
std::string PgfPlot::written_y(double value) const { return y_numbers_.of_value(value); }

}  // namespace theta
