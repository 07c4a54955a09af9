// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <numbers>
#include <optional>
#include <sstream>
#include <string>

namespace theta {
namespace {

/// A row of the golden tables: a function, its parameters, and its values at the points of the heading.
struct Golden {
  std::string name;
  Activation activation;
  ActivationParameters parameters;
  std::vector<double> x, y;
};

std::optional<Activation> named(const std::string& id) {
  const auto all = all_activations();
  const auto found =
      std::ranges::find(all, id, [](const ActivationFacts& facts) { return std::string(facts.id); });
  if (found == all.end()) return {};
  return static_cast<Activation>(found - all.begin());
}

/// The tables' names differ from ours in a few places, and carry the parameter: celu(2).
std::string our_id(std::string name) {
  name = name.substr(0, name.find('('));
  if (name == "gelu_erf") return "gelu";
  if (name == "rrelu_eval") return "rrelu";
  return name;
}

std::vector<Golden> read_golden(const std::string& file) {
  std::ifstream stream(std::string(THETA_GOLDEN) + "/" + file);
  std::vector<Golden> rows;
  std::vector<double> x;
  for (std::string line; std::getline(stream, line);) {
    std::istringstream cells(line);
    std::string name, cell;
    std::getline(cells, name, ',');
    std::vector<double> numbers;
    while (std::getline(cells, cell, ',')) numbers.push_back(std::stod(cell));
    if (name == "name") {
      x = numbers;
      continue;
    }
    Golden golden{
        .name = name, .activation = named(our_id(name)).value(), .parameters = {}, .x = x, .y = numbers};
    const std::size_t open = name.find('(');
    if (open != name.npos && name.find('/') == name.npos) {
      const double parameter = std::stod(name.substr(open + 1));
      ActivationParameters& p = golden.parameters;
      p.leaky_slope = p.prelu_slope = p.alpha = p.beta = p.frequency = parameter;
    }
    rows.push_back(std::move(golden));
  }
  return rows;
}

void expect_golden(const std::string& file, double ActivationValue::*part, std::size_t least_rows) {
  const std::vector<Golden> rows = read_golden(file);
  EXPECT_GE(rows.size(), least_rows);
  for (const Golden& row : rows) {
    ASSERT_EQ(row.x.size(), row.y.size());
    for (std::size_t i = 0; i < row.x.size(); ++i) {
      const double got = evaluate(row.activation, row.x[i], row.parameters).*part;
      EXPECT_NEAR(got, row.y[i], 1e-12 * std::abs(row.y[i]) + 1e-300) << row.name << " at " << row.x[i];
    }
  }
}

TEST(Activation, ValuesAreGolden) { expect_golden("activation_value.csv", &ActivationValue::value, 28); }
TEST(Activation, SlopesAreGolden) { expect_golden("activation_slope.csv", &ActivationValue::slope, 27); }
TEST(Activation, CurvaturesAreGolden) {
  expect_golden("activation_curvature.csv", &ActivationValue::curvature, 10);
}

TEST(Activation, LeftTailOfGeluKeepsItsDigits) {
  const std::pair<double, double> tail[] = {{-3, -0.0040496940948902836},  {-4, -1.2668496733247969e-4},
                                            {-5, -1.4332578593959696e-6},  {-6, -5.9195258702261888e-9},
                                            {-8, -4.9767684594174273e-15}, {-10, -7.6198530241605261e-23}};
  for (const auto& [x, y] : tail)
    EXPECT_NEAR(evaluate(Activation::gelu, x).value, y, 1e-12 * std::abs(y)) << x;
}

TEST(Activation, StableFormsKeepRelativeAccuracy) {
  EXPECT_NEAR(sigmoid(-40) / 4.248354255291589e-18, 1, 1e-14);
  EXPECT_NEAR(softplus(-40) / 4.248354255291589e-18, 1, 1e-14);
  EXPECT_EQ(softplus(710), 710);
}

/// Computed to 60 digits; each relative to itself, so that a tail that cancels is seen.
TEST(Activation, TailsKeepTheirDigits) {
  const struct {
    const char* id;
    double x, value, slope, curvature;
  } tails[] = {
      {"sigmoid", -20, 2.06115361819020358e-9, 2.06115361394184934e-9, 2.06115360544514089e-9},
      {"sigmoid", -9, 0.00012339457598623173, 0.000123379349764848908, 0.000123348901079749527},
      {"silu", -20, -4.12230723638040716e-8, -3.91619186606467833e-8, -3.7100764881019119e-8},
      {"silu", -9, -0.00111055118387608557, -0.000987019571897408441, -0.000863381410188047926},
      {"gelu_tanh", -9, -1.33645959473487255e-28, -2.51573528506742515e-27, -4.68392857781423815e-26},
      {"gelu_quick", -20, -3.29341024139937173e-14, -5.44071371879175286e-14, -8.97982553784044634e-14},
      {"gelu", -20, -5.50724823721246739e-88, -1.1014360483133464e-86, -2.19733744813958575e-85},
      {"gelu", -9, -1.01572956535845658e-18, -9.13893737390663925e-18, -8.12102112161844269e-17},
      {"mish", -20, -4.1223072406287614e-8, -3.91619187434896908e-8, -3.71007650424565792e-8},
      {"mish", -9, -0.00111061970187178657, -0.000987148977867635606, -0.000863624948938726284},
      {"mish", -1e-08, -5.99999996800000011e-9, 0.599999993599999995, 0.640000000959999945},
      {"softplus", -20, 2.0611536203143807e-9, 2.06115361819020358e-9, 2.06115361394184934e-9},
      {"log_sigmoid", 30, -9.35762296883973678e-14, 9.35762296883929895e-14, -9.3576229688384233e-14},
      {"tanh", 9, 0.999999969540040974, 6.09199171232322919e-8, -1.21839830535228225e-7},
      {"tanh", -9, -0.999999969540040974, 6.09199171232322919e-8, 1.21839830535228225e-7},
      {"elu", -20, -0.999999997938846378, 2.06115362243855783e-9, 2.06115362243855783e-9},
      {"elu", -1e-08, -9.99999995000000038e-9, 0.99999999000000005, 0.99999999000000005}};
  for (const auto& each : tails) {
    const ActivationValue got = evaluate(named(each.id).value(), each.x);
    EXPECT_NEAR(got.value / each.value, 1, 1e-12) << each.id << " " << each.x;
    EXPECT_NEAR(got.slope / each.slope, 1, 1e-12) << each.id << " " << each.x;
    EXPECT_NEAR(got.curvature / each.curvature, 1, 1e-12) << each.id << " " << each.x;
  }
}

TEST(Activation, CurvatureIsGreatestWhereTheReferenceHasIt) {
  const double at_sigmoid = std::log(2 + std::sqrt(3)), at_tanh = 0.658478948462408;
  EXPECT_NEAR(at_sigmoid, 1.31695789692482, 1e-14);
  EXPECT_NEAR(evaluate(Activation::sigmoid, -at_sigmoid).curvature, 0.0962250448649376, 1e-15);
  EXPECT_NEAR(evaluate(Activation::tanh, -at_tanh).curvature, 0.769800358919501, 1e-14);
  for (const double aside : {-0.01, 0.01}) {
    EXPECT_LT(evaluate(Activation::sigmoid, -at_sigmoid + aside).curvature, 0.0962250448649376);
    EXPECT_LT(evaluate(Activation::tanh, -at_tanh + aside).curvature, 0.769800358919501);
  }
}

TEST(Activation, ApproximationsOfGeluAreOffByWhatTheReferenceSays) {
  double by_tanh = 0, by_sigmoid = 0;
  for (double x = -6; x <= 6; x += 1e-3) {
    const double exact = evaluate(Activation::gelu, x).value;
    by_tanh = std::max(by_tanh, std::abs(evaluate(Activation::gelu_tanh, x).value - exact));
    by_sigmoid = std::max(by_sigmoid, std::abs(evaluate(Activation::gelu_quick, x).value - exact));
  }
  EXPECT_NEAR(by_tanh, 4.732e-4, 1e-7);
  EXPECT_NEAR(by_sigmoid, 2.033e-2, 1e-5);
}

TEST(Activation, SeluIsTheFixedPointOfMeanAndVariance) {
  const double half = std::exp(0.5) * std::erfc(1 / std::numbers::sqrt2) - 1;
  const double alpha = -std::sqrt(2 / std::numbers::pi) / half;
  EXPECT_NEAR(evaluate(Activation::selu, 0).slope / evaluate(Activation::selu, 1).slope, alpha, 1e-14);
}

struct Turning {
  const char* name;
  Activation activation;
  double x, y, beta;
};

TEST(Activation, MinimaAreWhereTheReferenceHasThem) {
  const Turning minima[] = {
      {"gelu", Activation::gelu, -0.75179152469356446, -0.16997120747990366, 1},
      {"gelu_tanh", Activation::gelu_tanh, -0.75246142207101626, -0.17004075057125405, 1},
      {"gelu_quick", Activation::gelu_quick, -0.75115425544128895, -0.16361018963635358, 1},
      {"silu", Activation::silu, -1.27846454276107380, -0.27846454276107380, 1},
      {"swish(2)", Activation::swish, -0.63923227138053690, -0.13923227138053690, 2},
      {"mish", Activation::mish, -1.19243121451549521, -0.30884341301725040, 1}};
  for (const Turning& minimum : minima) {
    const ActivationValue at = evaluate(minimum.activation, minimum.x, {.beta = minimum.beta});
    EXPECT_NEAR(at.value, minimum.y, 1e-14) << minimum.name;
    EXPECT_NEAR(at.slope, 0, 1e-14) << minimum.name;
  }
}

TEST(Activation, SteepestPointsAreWhereTheReferenceHasThem) {
  const Turning steepest[] = {
      {"gelu", Activation::gelu, std::numbers::sqrt2, 1.12890414518515479, 1},
      {"gelu, left", Activation::gelu, -std::numbers::sqrt2, -0.12890414518515479, 1},
      {"silu", Activation::silu, 2.39935728051546767, 1.09983932012886692, 1},
      {"silu, left", Activation::silu, -2.39935728051546767, -0.09983932012886692, 1},
      {"gelu_quick", Activation::gelu_quick, 1.40972813191273071, 1.09983932012886692, 1},
      {"gelu_tanh", Activation::gelu_tanh, 1.41850400879082836, 1.12899306865877177, 1},
      {"mish", Activation::mish, 1.49057117948542846, 1.08849816125172786, 1},
      {"mish, left", Activation::mish, -2.25637639636079312, -0.11252612238946256, 1}};
  for (const Turning& point : steepest) {
    const ActivationValue at = evaluate(point.activation, point.x);
    EXPECT_NEAR(at.slope, point.y, 1e-14) << point.name;
    EXPECT_NEAR(at.curvature, 0, 1e-13) << point.name;
  }
}

TEST(Activation, MirroredSumsAreTheIdentity) {
  using enum Activation;
  for (const Activation activation : {softplus, gelu, gelu_tanh, gelu_quick, silu, swish, hard_swish}) {
    for (const double x : {1e-9, 0.1, 1.0, 2.9, 3.1, 10.0, 40.0, 745.0}) {
      const ActivationValue right = evaluate(activation, x), left = evaluate(activation, -x);
      EXPECT_NEAR(right.value - left.value, x, 1e-12 * std::max(1.0, x)) << facts(activation).id << x;
      EXPECT_NEAR(right.slope + left.slope, 1, 1e-12) << facts(activation).id << x;
    }
  }
}

TEST(Activation, TiesBetweenFunctionsHold) {
  for (const double x : {-30.0, -2.0, -0.3, 0.0, 0.4, 3.0, 25.0}) {
    EXPECT_NEAR(evaluate(Activation::tanh, x).value, 2 * sigmoid(2 * x) - 1, 1e-15);
    EXPECT_NEAR(evaluate(Activation::softplus, x).slope, sigmoid(x), 1e-16);
    EXPECT_NEAR(evaluate(Activation::log_sigmoid, x).value, x - softplus(x), 1e-14);
    EXPECT_EQ(evaluate(Activation::gelu_quick, x).value,
              evaluate(Activation::swish, x, {.beta = 1.702}).value);
    EXPECT_EQ(evaluate(Activation::elu, x).value, evaluate(Activation::celu, x).value);
  }
}

bool near_kink(Activation activation, double x) {
  return std::ranges::any_of(kinks(activation),
                             [x](const Kink& kink) { return std::abs(kink.x - x) < 1e-3; });
}

TEST(Activation, SlopesAndCurvaturesAreThoseOfTheValues) {
  constexpr double h = 1e-5;
  for (const ActivationFacts& known : all_activations()) {
    const Activation activation = named(std::string(known.id)).value();
    for (double x = -7.03; x < 7; x += 0.11) {
      if (near_kink(activation, x)) continue;
      const ActivationValue at = evaluate(activation, x), before = evaluate(activation, x - h),
                            after = evaluate(activation, x + h);
      EXPECT_NEAR(at.slope, (after.value - before.value) / (2 * h), 2e-9 * std::max(1.0, std::abs(at.value)))
          << known.id << " " << x;
      EXPECT_NEAR(at.curvature, (after.slope - before.slope) / (2 * h),
                  2e-9 * std::max(1.0, std::abs(at.slope)))
          << known.id << " " << x;
    }
  }
}

TEST(Activation, IsFiniteAtTheEndsOfEveryRange) {
  const ActivationParameters small{
      .threshold = -10, .leaky_slope = -1, .prelu_slope = -1, .alpha = 1e-3, .beta = 1e-3, .frequency = 1e-3};
  const ActivationParameters large{
      .threshold = 10, .leaky_slope = 1, .prelu_slope = 1, .alpha = 10, .beta = 100, .frequency = 100};
  for (const ActivationFacts& known : all_activations()) {
    const Activation activation = named(std::string(known.id)).value();
    for (const ActivationParameters& parameters : {ActivationParameters{}, small, large}) {
      for (const double size :
           {0.0, 1e-300, 1e-9, 20.0, 36.0, 350.0, 710.0, 745.2, 1e4, 1e100, 1e153, 1e300}) {
        for (const double x : {-size, size}) {
          const ActivationValue at = evaluate(activation, x, parameters);
          const bool grows = activation == Activation::relu_squared && x > 1e150;
          EXPECT_TRUE(std::isfinite(at.value) || grows) << known.id << " " << x;
          EXPECT_TRUE(std::isfinite(at.slope)) << known.id << " " << x;
          EXPECT_TRUE(std::isfinite(at.curvature)) << known.id << " " << x;
        }
      }
    }
  }
}

TEST(Activation, KinksHaveTheSlopesFrameworksUse) {
  using enum Activation;
  EXPECT_EQ(evaluate(relu, 0).slope, 0);
  EXPECT_EQ(evaluate(relu6, 0).slope, 0);
  EXPECT_EQ(evaluate(relu6, 6).slope, 0);
  EXPECT_EQ(evaluate(relu_squared, 0).slope, 0);
  EXPECT_EQ(evaluate(leaky_relu, 0).slope, 0.01);
  EXPECT_EQ(evaluate(prelu, 0).slope, 0.25);
  EXPECT_EQ(evaluate(rrelu, 0).slope, 1);
  EXPECT_EQ(evaluate(elu, 0).slope, 1);
  EXPECT_EQ(evaluate(celu, 0, {.alpha = 2}).slope, 1);
  EXPECT_NEAR(evaluate(selu, 0).slope, 1.7580993408473766, 1e-15);
  EXPECT_EQ(evaluate(hard_swish, -3).slope, 0);
  EXPECT_EQ(evaluate(hard_swish, 3).slope, 1);
  EXPECT_EQ(evaluate(threshold, 0).value, 0);
}

}  // namespace
}  // namespace theta
