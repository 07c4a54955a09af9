// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/write/pgf_pen.h"

#include "core/write/pgf_plot.h"

namespace theta {
namespace {

std::string points(double pixels, const PgfStyle& style) {
  return short_number(pixels * points_a_pixel * style.line_width) + "pt";
}

std::string dash_pattern(Dash dash, const PgfStyle& style) {
  const auto on_off = [&](double on, double off) {
    return "on " + points(on, style) + " off " + points(off, style);
  };
  switch (dash) {
    case Dash::solid:
      break;
    case Dash::dashed:
      return on_off(6, 3);
    case Dash::dotted:
      return on_off(2, 3);
    case Dash::dash_dotted:
      return on_off(8, 3) + " " + on_off(2, 3);
  }
  return {};
}

/// A plot mark and its size as a part of a disc's of the same weight.
struct Shape {
  const char* name;
  double size;
  bool turned = false;
};

Shape shape_of(Marker marker) {
  switch (marker) {
    case Marker::square:
      return {"square*", 0.9};
    case Marker::triangle:
      return {"triangle*", 1.4};
    case Marker::diamond:
      return {"square*", 0.92, true};
    case Marker::disc:
    case Marker::none:
      break;
  }
  return {"*", 1};
}

}  // namespace

std::string channels(Rgb colour) {
  return std::to_string(colour.red) + "," + std::to_string(colour.green) + "," + std::to_string(colour.blue);
}

std::string define_colour(const std::string& name, Rgb colour) {
  return "\\definecolor{" + name + "}{RGB}{" + channels(colour) + "}\n";
}

std::string font_command(const std::string& series, double size) {
  return series + "\\fontsize{" + short_number(size) + "pt}{" + short_number(1.2 * size) + "pt}\\selectfont";
}

std::string colour_name(Role role) {
  switch (role) {
    case Role::positive:
      return "thetaPositive";
    case Role::negative:
      return "thetaNegative";
    case Role::highlight:
      return "thetaHighlight";
    case Role::muted:
      return "thetaMuted";
    case Role::ink:
      return "thetaInk";
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
  return "thetaSeries" + std::to_string(static_cast<int>(role) + 1);
}

std::string words_colour_name(Role role) { return colour_name(role) + "Words"; }

std::string line_options(Role role, double width, Dash dash, const PgfStyle& style) {
  const std::string pattern = dash_pattern(dash, style);
  return colour_name(role) + ",line width=" + points(width, style) +
         (pattern.empty() ? "" : ",dash pattern=" + pattern);
}

std::string area_options(Role role, double opacity) {
  return "fill=" + colour_name(role) + (opacity < 1 ? ",fill opacity=" + short_number(opacity) : "");
}

std::string marker_options(Role role, Marker marker, double size, const PgfStyle& style) {
  const Shape shape = shape_of(marker);
  return "only marks," + colour_name(role) + ",mark=" + shape.name +
         ",mark size=" + points(shape.size * size / 2, style) + ",mark options={draw opacity=0" +
         (shape.turned ? ",rotate=45" : "") + "}";
}

}  // namespace theta
