// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/occupancy.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace theta {
namespace {

constexpr double square = 4;

}  // namespace

Occupancy::Occupancy(const QRectF& plot)
    : plot_(plot),
      columns_(static_cast<int>(std::ceil(plot.width() / square))),
      rows_(static_cast<int>(std::ceil(plot.height() / square))),
      drawn_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

Occupancy::Squares Occupancy::squares(const QRectF& area) const {
  const auto index = [](double length) {
    return static_cast<int>(std::floor(std::clamp(length, -1e6, 1e6) / square));
  };
  return {index(area.left() - plot_.left()), index(area.top() - plot_.top()),
          index(area.right() - plot_.left()), index(area.bottom() - plot_.top())};
}

void Occupancy::add_point(QPointF point, Drawn kind) {
  const auto [column, row, right, bottom] = squares(QRectF(point, point));
  if (column < 0 || row < 0 || column >= columns_ || row >= rows_) return;
  Drawn& there = drawn_[static_cast<std::size_t>(row * columns_ + column)];
  there = std::max(there, kind);
}

void Occupancy::add_line(std::span<const QPointF> line, Drawn kind) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const QPointF step = line[i] - line[i - 1];
    const int steps = 1 + static_cast<int>(std::max(std::abs(step.x()), std::abs(step.y())) / (0.9 * square));
    for (int k = 0; k <= steps; ++k) add_point(line[i - 1] + step * (static_cast<double>(k) / steps), kind);
  }
}

void Occupancy::add_area(const QRectF& area) {
  if (!area.isValid()) return;
  const Squares in = squares(area);
  for (int row = std::max(in.top, 0); row <= std::min(in.bottom, rows_ - 1); ++row)
    for (int column = std::max(in.left, 0); column <= std::min(in.right, columns_ - 1); ++column)
      drawn_[static_cast<std::size_t>(row * columns_ + column)] = Drawn::data;
}

void Occupancy::add(const Occupancy& other) {
  assert(plot_ == other.plot_);
  std::ranges::transform(drawn_, other.drawn_, drawn_.begin(),
                         [](Drawn one, Drawn another) { return std::max(one, another); });
}

bool Occupancy::is_free(const QRectF& area) const { return plot_.contains(area) && taken(area) == 0; }

int Occupancy::taken(const QRectF& area) const {
  const Cover cover = covered(area);
  return cover.guides + cover.data;
}

Occupancy::Cover Occupancy::covered(const QRectF& area) const {
  const Squares in = squares(area);
  Cover cover;
  for (int row = in.top; row <= in.bottom; ++row) {
    for (int column = in.left; column <= in.right; ++column) {
      const bool beyond = row < 0 || column < 0 || row >= rows_ || column >= columns_;
      const Drawn drawn = beyond ? Drawn::data : drawn_[static_cast<std::size_t>(row * columns_ + column)];
      cover.guides += drawn == Drawn::guide ? 1 : 0;
      cover.data += drawn == Drawn::data ? 1 : 0;
    }
  }
  return cover;
}

Occupancy::Sums::Sums(const Occupancy& occupancy)
    : occupancy_(occupancy),
      sums_(static_cast<std::size_t>(occupancy.columns_ + 1) *
            static_cast<std::size_t>(occupancy.rows_ + 1)) {
  const auto width = static_cast<std::size_t>(occupancy.columns_) + 1;
  for (std::size_t row = 1; row <= static_cast<std::size_t>(occupancy.rows_); ++row) {
    int of_row = 0;
    for (std::size_t column = 1; column < width; ++column) {
      of_row += occupancy.drawn_[(row - 1) * (width - 1) + column - 1] == Drawn::nothing ? 0 : 1;
      sums_[row * width + column] = sums_[(row - 1) * width + column] + of_row;
    }
  }
}

int Occupancy::Sums::up_to(int column, int row) const {
  return sums_[static_cast<std::size_t>(row) * static_cast<std::size_t>(occupancy_.columns_ + 1) +
               static_cast<std::size_t>(column)];
}

int Occupancy::Sums::taken(const QRectF& area) const {
  const auto [left, top, right, bottom] = occupancy_.squares(area);
  const auto column = [&](int place) { return std::clamp(place, 0, occupancy_.columns_); };
  const auto row = [&](int place) { return std::clamp(place, 0, occupancy_.rows_); };
  const int first = column(left), last = column(right + 1), above = row(top), below = row(bottom + 1);
  const int drawn = up_to(last, below) - up_to(first, below) - up_to(last, above) + up_to(first, above);
  const int beyond = (right - left + 1) * (bottom - top + 1) - (last - first) * (below - above);
  return drawn + beyond;
}

}  // namespace theta
