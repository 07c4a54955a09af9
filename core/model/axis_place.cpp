// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/axis_place.h"

#include <cmath>
#include <limits>

namespace theta {
namespace {

double logarithm(double value) {
  return value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace

double along(const Axis& axis, double value) {
  return axis.scale == AxisScale::log ? logarithm(value) : value;
}

double from_along(const Axis& axis, double place) {
  return axis.scale == AxisScale::log ? std::pow(10, place) : place;
}

double AxisPlace::place(double value) const {
  const double at = log ? logarithm(value) : value;
  return first + (at - low) / (high - low) * (last - first);
}

double AxisPlace::value(double place) const {
  const double at = low + (place - first) / (last - first) * (high - low);
  return log ? std::pow(10, at) : at;
}

AxisPlace axis_place(const Axis& axis, double first, double last) {
  return {axis.scale == AxisScale::log, along(axis, axis.low), along(axis, axis.high), first, last};
}

}  // namespace theta
