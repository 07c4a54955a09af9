// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/position_bias.h"

#include <bit>
#include <cassert>
#include <cmath>

namespace theta {
namespace {

constexpr double xpos_gamma = 0.4;
constexpr double xpos_scale = 512;  // tokens

}  // namespace

std::vector<double> alibi_slopes(int heads) {
  assert(heads >= 1);
  const auto geometric = [](int count, int step, std::vector<double>& slopes, int most) {
    for (int h = 1; h <= count && static_cast<int>(slopes.size()) < most; h += step)
      slopes.push_back(std::exp2(-8.0 * h / count));
  };
  const int power = static_cast<int>(std::bit_floor(static_cast<unsigned>(heads)));
  std::vector<double> slopes;
  geometric(power, 1, slopes, heads);
  geometric(2 * power, 2, slopes, heads);
  return slopes;
}

Eigen::ArrayXd xpos_decays(int rotary_dimensions) {
  assert(rotary_dimensions > 0 && rotary_dimensions % 2 == 0);
  Eigen::ArrayXd decays(rotary_dimensions / 2);
  for (int i = 0; i < rotary_dimensions / 2; ++i) {
    const double zeta = (2.0 * i + xpos_gamma * rotary_dimensions) / ((1 + xpos_gamma) * rotary_dimensions);
    decays[i] = -std::log(zeta) / xpos_scale;
  }
  return decays;
}

}  // namespace theta
