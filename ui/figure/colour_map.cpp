// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/colour_map.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <span>
#include <vector>

namespace theta {
namespace {

struct Colour {
  double red, green, blue;
};

/// Evenly spaced colours of viridis (Smith and van der Walt, CC0), and of the two series' hues through white.
constexpr std::array magnitude = {Colour{68, 1, 84},    Colour{72, 40, 120},  Colour{62, 73, 137},
                                  Colour{49, 104, 142}, Colour{38, 130, 142}, Colour{31, 158, 137},
                                  Colour{53, 183, 121}, Colour{110, 206, 88}, Colour{181, 222, 43},
                                  Colour{253, 231, 37}};
constexpr std::array about_zero = {Colour{24, 24, 140},   Colour{47, 48, 237},   Colour{122, 130, 246},
                                   Colour{190, 196, 251}, Colour{255, 255, 255}, Colour{240, 205, 172},
                                   Colour{215, 150, 92},  Colour{175, 92, 10},   Colour{105, 50, 2}};

constexpr std::array about_zero_in_dark = {
    Colour{196, 206, 255}, Colour{122, 140, 255}, Colour{72, 86, 200},
    Colour{42, 50, 112},   Colour{24, 27, 33},    Colour{92, 58, 28},
    Colour{168, 100, 42},  Colour{236, 150, 82},  Colour{255, 214, 170}};

constexpr std::array black_to_pale = {Colour{0, 0, 0}, Colour{245, 245, 245}};
constexpr std::array pale_to_black = {Colour{245, 245, 245}, Colour{0, 0, 0}};

QRgb between(std::span<const Colour> colours, double place) {
  const double steps = place * static_cast<double>(colours.size() - 1);
  const auto first = std::min(static_cast<std::size_t>(steps), colours.size() - 2);
  const double part = steps - static_cast<double>(first);
  const auto mixed = [&](double Colour::*channel) {
    return static_cast<int>(
        std::lround((1 - part) * colours[first].*channel + part * colours[first + 1].*channel));
  };
  return qRgb(mixed(&Colour::red), mixed(&Colour::green), mixed(&Colour::blue));
}

ColourTable make_table(std::span<const Colour> colours) {
  ColourTable table;
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = between(colours, static_cast<double>(i) / 255);
  return table;
}

/// From the ground in the middle of what is about zero down to its low end.
template <std::size_t count>
ColourTable make_share_table(const std::array<Colour, count>& signs) {
  std::array<Colour, count / 2 + 1> shares = {};
  std::ranges::reverse_copy(std::span(signs).first(shares.size()), shares.begin());
  return make_table(shares);
}

/// For each pixel of a stretch the cell it lies in, −1 where there is none.
template <class Value>
std::vector<int> cells_of_pixels(const std::vector<double>& centres, int pixels,
                                 const Value& value_of_pixel) {
  std::vector<int> cells;
  for (int i = 0; i < pixels; ++i) {
    const auto cell = cell_at(centres, value_of_pixel(i + 0.5));
    cells.push_back(cell ? static_cast<int>(*cell) : -1);
  }
  return cells;
}

}  // namespace

const ColourTable& colour_table(ColourScale scale, const Theme& theme) {
  static const ColourTable magnitudes = make_table(magnitude), signs = make_table(about_zero),
                           signs_in_dark = make_table(about_zero_in_dark), greys = make_table(black_to_pale);
  static const ColourTable shares = make_share_table(about_zero),
                           shares_in_dark = make_share_table(about_zero_in_dark),
                           shares_in_grey = make_table(pale_to_black);
  if (theme.grey) return scale == ColourScale::share ? shares_in_grey : greys;
  if (scale == ColourScale::magnitude) return magnitudes;
  if (scale == ColourScale::share) return theme.dark ? shares_in_dark : shares;
  return theme.dark ? signs_in_dark : signs;
}

QRgb colour_of(const ColourTable& table, double value, double low, double high) {
  const double place = high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
  return table[static_cast<std::size_t>(std::lround(place * 255))];
}

std::optional<std::size_t> cell_at(const std::vector<double>& centres, double value) {
  if (centres.empty() || !std::isfinite(value)) return {};
  const double step =
      centres.size() > 1 ? (centres.back() - centres.front()) / static_cast<double>(centres.size() - 1) : 1;
  const double cell = std::floor((value - centres.front()) / step + 0.5);
  if (!(cell >= 0 && cell < static_cast<double>(centres.size()))) return {};
  return static_cast<std::size_t>(cell);
}

QImage map_image(const Map& map, const Coordinates& at, const ColourTable& table, double density) {
  const int width = std::max(1, static_cast<int>(std::lround(at.plot.width() * density)));
  const int height = std::max(1, static_cast<int>(std::lround(at.plot.height() * density)));
  const auto columns =
      cells_of_pixels(map.x, width, [&](double i) { return at.x.value(at.plot.left() + i / density); });
  const auto rows =
      cells_of_pixels(map.y, height, [&](double i) { return at.y.value(at.plot.top() + i / density); });

  std::vector<QRgb> colours(map.values.size());
  std::ranges::transform(map.values, colours.begin(),
                         [&](double value) { return colour_of(table, value, map.low, map.high); });

  QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
  for (int j = 0; j < height; ++j) {
    const auto row = static_cast<std::size_t>(j);
    auto* const line = reinterpret_cast<QRgb*>(image.scanLine(j));
    if (j > 0 && rows[row] == rows[row - 1]) {
      std::memcpy(line, image.constScanLine(j - 1), static_cast<std::size_t>(width) * sizeof(QRgb));
      continue;
    }
    for (int i = 0; i < width; ++i) {
      const int column = columns[static_cast<std::size_t>(i)];
      const bool within = rows[row] >= 0 && column >= 0;
      line[i] =
          within
              ? colours[static_cast<std::size_t>(rows[row]) * map.x.size() + static_cast<std::size_t>(column)]
              : 0;
    }
  }
  return image;
}

}  // namespace theta
