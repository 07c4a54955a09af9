// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colour_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace theta {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple times(const Matrix& matrix, const Triple& vector) {
  Triple product{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) product[row] += matrix[row][column] * vector[column];
  return product;
}

constexpr Matrix protan = {
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan = {
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan = {
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Triple linear(const QColor& colour) {
  const auto part = [](double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return {part(colour.redF()), part(colour.greenF()), part(colour.blueF())};
}

QColor from_linear(const Triple& light) {
  const auto part = [](double value) {
    const double clamped = std::clamp(value, 0.0, 1.0);
    return static_cast<float>(clamped <= 0.0031308 ? 12.92 * clamped
                                                   : 1.055 * std::pow(clamped, 1 / 2.4) - 0.055);
  };
  return QColor::fromRgbF(part(light[0]), part(light[1]), part(light[2]));
}

Triple oklab(const QColor& colour) {
  constexpr Matrix cones = {{{0.4122214708, 0.5363325363, 0.0514459929},
                             {0.2119034982, 0.6806995451, 0.1073969566},
                             {0.0883024619, 0.2817188376, 0.6299787005}}};
  constexpr Matrix axes = {{{0.2104542553, 0.7936177850, -0.0040720468},
                            {1.9779984951, -2.4285922050, 0.4505937099},
                            {0.0259040371, 0.7827717662, -0.8086757660}}};
  Triple response = times(cones, linear(colour));
  std::ranges::transform(response, response.begin(), [](double value) { return std::cbrt(value); });
  return times(axes, response);
}

}  // namespace

QColor seen(const QColor& colour, Vision vision) {
  switch (vision) {
    case Vision::protan:
      return from_linear(times(protan, linear(colour)));
    case Vision::deutan:
      return from_linear(times(deutan, linear(colour)));
    case Vision::tritan:
      return from_linear(times(tritan, linear(colour)));
    case Vision::normal:
      break;
  }
  return colour;
}

double colour_distance(const QColor& a, const QColor& b) {
  const Triple first = oklab(a), second = oklab(b);
  return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

MostAlike most_alike(const QColor& a, const QColor& b) {
  MostAlike found{colour_distance(a, b), Vision::normal};
  for (const Vision vision : {Vision::protan, Vision::deutan, Vision::tritan}) {
    const double distance = colour_distance(seen(a, vision), seen(b, vision));
    if (distance < found.distance) found = {distance, vision};
  }
  return found;
}

}  // namespace theta
