// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/gaussian.h"

#include "core/math/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace theta {
namespace {

constexpr double reach = 12;   // standard deviations: beyond it the density is below 1e-31
constexpr double piece = 1;    // the longest piece of the rule, in standard deviations
constexpr double tiny = 1e-7;  // pieces this short hold no probability worth cutting further

/// Nodes above 0 and weights of the Gauss-Legendre rule with 16 points on [−1, 1].
constexpr std::array<std::array<double, 2>, 8> rule = {{{0.0950125098376374402, 0.189450610455068496},
                                                        {0.281603550779258913, 0.182603415044923589},
                                                        {0.458016777657227386, 0.169156519395002538},
                                                        {0.617876244402643748, 0.149595988816576732},
                                                        {0.755404408355003034, 0.124628971255533872},
                                                        {0.865631202387831744, 0.0951585116824927848},
                                                        {0.944575023073232576, 0.0622535239386478929},
                                                        {0.989400934991649933, 0.0271524594117540949}}};

/// Adds a piece, cut in halves while it is long beside its distance from 0: there the functions of networks
/// bend within a unit or so, whatever s is.
void add_piece(GaussianRule& points, double m, double s, double from, double to) {
  const double low = m + s * from, high = m + s * to;
  const double nearest = low < 0 && high > 0 ? 0 : std::min(std::abs(low), std::abs(high));
  if (high - low > std::max(1.0, nearest / 2) && to - from > tiny) {
    const double middle = (from + to) / 2;
    add_piece(points, m, s, from, middle);
    add_piece(points, m, s, middle, to);
    return;
  }
  const double half = (to - from) / 2;
  for (const auto& [node, weight] : rule) {
    for (const double z : {from + half * (1 - node), from + half * (1 + node)}) {
      points.x.push_back(m + s * z);
      points.weight.push_back(half * weight * normal_density(z));
    }
  }
}

/// Even cells over m ± 8 s, cut at corners and just beside them, so that a jump has no cell of any width.
std::vector<double> cell_ends(double m, double s, std::span<const double> corners, int cells) {
  constexpr double ends = 8;
  std::vector<double> xs;
  for (int i = 0; i <= cells; ++i) xs.push_back(m + s * (-ends + 2 * ends / cells * i));
  const double first = xs.front(), last = xs.back();
  for (const double corner : corners) {
    for (const double x : {std::nextafter(corner, first), corner, std::nextafter(corner, last)})
      if (x > first && x < last) xs.push_back(x);
  }
  std::ranges::sort(xs);
  return xs;
}

}  // namespace

GaussianRule gaussian_rule(double m, double s, std::span<const double> corners) {
  if (s == 0) return {{m}, {1}};
  std::vector<double> cuts = {-reach};
  for (const double corner : corners) {
    const double z = (corner - m) / s;
    if (z > cuts.back() && z < reach) cuts.push_back(z);
  }
  cuts.push_back(reach);
  GaussianRule points;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const int pieces = std::max(1, static_cast<int>(std::ceil((cuts[i + 1] - cuts[i]) / piece)));
    const double length = (cuts[i + 1] - cuts[i]) / pieces;
    for (int k = 0; k < pieces; ++k)
      add_piece(points, m, s, cuts[i] + length * k, cuts[i] + length * (k + 1));
  }
  return points;
}

double gaussian_mean(const std::function<double(double)>& g, double m, double s,
                     std::span<const double> corners) {
  const GaussianRule points = gaussian_rule(m, s, corners);
  double sum = 0;
  for (std::size_t i = 0; i < points.x.size(); ++i) sum += points.weight[i] * g(points.x[i]);
  return sum;
}

PushedForward pushed_forward(const std::function<double(double)>& f, double m, double s, double low,
                             double high, int bins, std::span<const double> corners, int cells) {
  PushedForward law;
  const double width = (high - low) / bins;
  for (int i = 0; i <= bins; ++i) law.edges.push_back(low + width * i);
  law.density.assign(static_cast<std::size_t>(bins), 0);
  std::map<double, double> atoms;
  const auto spread = [&](double from, double to, double probability) {
    if (from > to) std::swap(from, to);
    const double per_unit = probability / (to - from);
    law.below += from >= low ? 0 : per_unit * (std::min(to, low) - from);
    law.above += to <= high ? 0 : per_unit * (to - std::max(from, high));
    if (to < low || from > high) return;
    const auto bin_of = [&](double at) {
      return std::clamp(static_cast<int>((at - low) / width), 0, bins - 1);
    };
    const int first = bin_of(from), last = bin_of(to);
    if (first == last && from >= low && to <= high) {  // shares of so short a stretch would drown in rounding
      law.density[static_cast<std::size_t>(first)] += probability / width;
      return;
    }
    for (int i = first; i <= last; ++i) {
      const double start = std::max(from, low + width * i), stop = std::min(to, low + width * (i + 1));
      if (stop > start) law.density[static_cast<std::size_t>(i)] += per_unit * (stop - start) / width;
    }
  };
  const std::vector<double> xs = cell_ends(m, s, corners, cells);
  double y = f(xs.front()), below = normal_distribution((xs.front() - m) / s);
  for (const double x : xs) {
    const double next = f(x), up_to = normal_distribution((x - m) / s);
    if (std::isfinite(y) && std::isfinite(next) && up_to > below) {
      if (y == next) {
        atoms[y] += up_to - below;
      } else {
        spread(y, next, up_to - below);
      }
    }
    y = next;
    below = up_to;
  }
  for (const auto& [at, probability] : atoms) law.atoms.push_back({at, probability});
  return law;
}

}  // namespace theta
