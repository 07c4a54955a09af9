// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace theta {

/// What is drawn in a small square of a plot: a line that guides the eye runs on behind words that stand over
/// a bit of it, while what shows data is hidden.
enum class Drawn : std::uint8_t { nothing, guide, data };

/// Which small squares of a plot something has been drawn in, so that words find a place beside it.
class Occupancy {
 public:
  explicit Occupancy(const QRectF& plot);

  void add_line(std::span<const QPointF> line, Drawn kind = Drawn::data);
  void add_area(const QRectF& area);
  /// What is drawn in another figure in a plot of the same place and size.
  void add(const Occupancy& other);

  const QRectF& plot() const { return plot_; }

  /// Whether the area lies in the plot and nothing has been drawn in it.
  bool is_free(const QRectF& area) const;
  /// How many squares of the area have been drawn in; those beyond the plot count too.
  int taken(const QRectF& area) const;

  struct Cover {
    int guides = 0, data = 0;
  };
  /// Of what the squares of the area are full; those beyond the plot count as data.
  Cover covered(const QRectF& area) const;

  /// How many are taken, of many areas each in no time: nothing may be added meanwhile.
  class Sums {
   public:
    explicit Sums(const Occupancy& occupancy);
    int taken(const QRectF& area) const;

   private:
    int up_to(int column, int row) const;  ///< how many left of and above these are drawn in

    const Occupancy& occupancy_;
    std::vector<int> sums_;
  };

 private:
  struct Squares {
    int left, top, right, bottom;
  };
  Squares squares(const QRectF& area) const;
  void add_point(QPointF point, Drawn kind);

  QRectF plot_;
  int columns_, rows_;
  std::vector<Drawn> drawn_;
};

}  // namespace theta
