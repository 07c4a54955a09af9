// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace theta {

struct ExpressionError {
  std::size_t position = 0;  ///< the character it points at, counted from 0
  std::string what;
};

/// Something a formula may use: a function, a constant or an operator.
struct ExpressionName {
  std::string_view name, help;
};

/// Value, slope and curvature at one point; NaN where there is none.
struct ExpressionValue {
  double value = 0, slope = 0, curvature = 0;
};

/// A formula in one variable, x, as a person types it. Not to be used by two threads at once.
class Expression {
 public:
  /// At most 1,000 characters and 100 nested parentheses; one result, no assignment.
  static std::variant<Expression, ExpressionError> parse(std::string_view text);

  Expression(Expression&&) noexcept;
  Expression& operator=(Expression&&) noexcept;
  ~Expression();

  double operator()(double x) const;

  /// With derivatives by Richardson's extrapolation of difference quotients, from both sides or from the one
  /// that is smooth: right to 1e-7 of max(1, |f′|) and max(1, |f″|) where rounding of the values allows it,
  /// which for f″ ends where f turns many times within 1e-3 of x. At a kink or a jump slope and curvature are
  /// NaN.
  ExpressionValue evaluate(double x) const;

 private:
  struct Parsed;
  explicit Expression(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

/// A formula with the signs of a keyboard in the place of others for them, as it is parsed: − as -, · and ×
/// as *.
std::string with_plain_signs(std::string_view text);

/// All a formula may use, for its help.
std::span<const ExpressionName> expression_names();

}  // namespace theta
