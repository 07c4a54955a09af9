// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/expression.h"

#include "core/math/activation.h"
#include "core/math/derivative.h"
#include "core/math/nan.h"

#include <muParser.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace theta {
namespace {

constexpr std::size_t longest_formula = 1000;
constexpr int deepest = 100;
double activation(Activation kind, double x) { return evaluate(kind, x).value; }

struct NamedFunction {
  ExpressionName name;
  double (*value)(double);
};

// muParser's own functions of one number are replaced by the standard library's, so that all of them are
// listed once.
constexpr std::array functions = {
    NamedFunction{{"exp", "the exponential"}, [](double x) { return std::exp(x); }},
    NamedFunction{{"expm1", "exp(x) − 1, exact near 0"}, [](double x) { return std::expm1(x); }},
    NamedFunction{{"log", "the natural logarithm"}, [](double x) { return std::log(x); }},
    NamedFunction{{"ln", "the natural logarithm"}, [](double x) { return std::log(x); }},
    NamedFunction{{"log1p", "log(1 + x), exact near 0"}, [](double x) { return std::log1p(x); }},
    NamedFunction{{"log2", "the logarithm to base 2"}, [](double x) { return std::log2(x); }},
    NamedFunction{{"log10", "the logarithm to base 10"}, [](double x) { return std::log10(x); }},
    NamedFunction{{"sqrt", "the square root"}, [](double x) { return std::sqrt(x); }},
    NamedFunction{{"cbrt", "the cube root"}, [](double x) { return std::cbrt(x); }},
    NamedFunction{{"abs", "the absolute value"}, [](double x) { return std::abs(x); }},
    NamedFunction{{"sign", "−1, 0 or 1"}, [](double x) { return static_cast<double>((x > 0) - (x < 0)); }},
    NamedFunction{{"step", "1 above 0, else 0"}, [](double x) { return x > 0 ? 1.0 : 0.0; }},
    NamedFunction{{"floor", "the next whole number below"}, [](double x) { return std::floor(x); }},
    NamedFunction{{"ceil", "the next whole number above"}, [](double x) { return std::ceil(x); }},
    NamedFunction{{"rint", "the nearest whole number"}, [](double x) { return std::rint(x); }},
    NamedFunction{{"sin", "sine, of radians"}, [](double x) { return std::sin(x); }},
    NamedFunction{{"cos", "cosine, of radians"}, [](double x) { return std::cos(x); }},
    NamedFunction{{"tan", "tangent, of radians"}, [](double x) { return std::tan(x); }},
    NamedFunction{{"asin", "arc sine"}, [](double x) { return std::asin(x); }},
    NamedFunction{{"acos", "arc cosine"}, [](double x) { return std::acos(x); }},
    NamedFunction{{"atan", "arc tangent"}, [](double x) { return std::atan(x); }},
    NamedFunction{{"sinh", "hyperbolic sine"}, [](double x) { return std::sinh(x); }},
    NamedFunction{{"cosh", "hyperbolic cosine"}, [](double x) { return std::cosh(x); }},
    NamedFunction{{"tanh", "hyperbolic tangent"}, [](double x) { return std::tanh(x); }},
    NamedFunction{{"asinh", "inverse hyperbolic sine"}, [](double x) { return std::asinh(x); }},
    NamedFunction{{"acosh", "inverse hyperbolic cosine"}, [](double x) { return std::acosh(x); }},
    NamedFunction{{"atanh", "inverse hyperbolic tangent"}, [](double x) { return std::atanh(x); }},
    NamedFunction{{"erf", "the error function"}, [](double x) { return std::erf(x); }},
    NamedFunction{{"erfc", "1 − erf(x), exact far out"}, [](double x) { return std::erfc(x); }},
    NamedFunction{{"Phi", "the normal distribution function"},
                  [](double x) { return normal_distribution(x); }},
    NamedFunction{{"phi", "the normal density"}, [](double x) { return normal_density(x); }},
    NamedFunction{{"sigmoid", "1/(1 + exp(−x))"}, [](double x) { return sigmoid(x); }},
    NamedFunction{{"softplus", "log(1 + exp(x))"}, [](double x) { return softplus(x); }},
    NamedFunction{{"relu", "max(x, 0)"}, [](double x) { return activation(Activation::relu, x); }},
    NamedFunction{{"gelu", "x Φ(x)"}, [](double x) { return activation(Activation::gelu, x); }},
    NamedFunction{{"silu", "x sigmoid(x)"}, [](double x) { return activation(Activation::silu, x); }},
    NamedFunction{{"elu", "x above 0, else exp(x) − 1"},
                  [](double x) { return activation(Activation::elu, x); }},
    NamedFunction{{"mish", "x tanh(softplus(x))"}, [](double x) { return activation(Activation::mish, x); }},
};

// What muParser brings along and the constants; the last in each name is what is typed.
constexpr std::array others = {
    ExpressionName{"min(a, b, …)", "the least of its arguments"},
    ExpressionName{"max(a, b, …)", "the greatest of its arguments"},
    ExpressionName{"sum(a, b, …)", "the sum of its arguments"},
    ExpressionName{"avg(a, b, …)", "the mean of its arguments"},
    ExpressionName{"pi, π", "3.14159…"},
    ExpressionName{"e", "2.71828…"},
    ExpressionName{"+ − * / ^", "arithmetic; ^ is the power"},
    ExpressionName{"< <= > >= == !=", "comparisons, 1 where true, else 0"},
    ExpressionName{"&& ||", "and, or"},
    ExpressionName{"a ? b : c", "b where a is not 0, else c"},
};

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char byte) { return (byte & 0xc0) != 0x80; }));
}

/// The comma between two results; others stand in a function's parentheses.
std::size_t first_outer_comma(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    if (text[i] == ',' && depth == 0) return characters(text.substr(0, i));
  }
  return 0;
}

/// What muParser would take though a formula must not hold it.
std::optional<ExpressionError> misfit(std::string_view text) {
  if (text.size() > longest_formula) return ExpressionError{longest_formula, "longer than 1000 characters"};
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char sign = text[i], before = i > 0 ? text[i - 1] : ' ',
               after = i + 1 < text.size() ? text[i + 1] : ' ';
    const std::size_t position = characters(text.substr(0, i));
    if (sign == '(' && ++depth > deepest)
      return ExpressionError{position, "more than 100 nested parentheses"};
    if (sign == ')') --depth;
    if (sign == '"') return ExpressionError{position, "a formula holds no text"};
    const bool compares = after == '=' || before == '=' || before == '<' || before == '>' || before == '!';
    if (sign == '=' && !compares) return ExpressionError{position, "nothing can be assigned; == compares"};
  }
  return {};
}

std::string message(const mu::Parser::exception_type& error) {
  std::string token = error.GetToken();
  while (token.ends_with(' ')) token.pop_back();
  switch (error.GetCode()) {
    case mu::ecUNASSIGNABLE_TOKEN:
      return "“" + token + "” is not known";
    case mu::ecUNEXPECTED_EOF:
      return "the formula ends too soon";
    case mu::ecMISSING_PARENS:
      return "a closing parenthesis is missing";
    case mu::ecUNEXPECTED_PARENS:
      return "a parenthesis is out of place";
    case mu::ecUNEXPECTED_OPERATOR:
      return "“" + token + "” is out of place";
    case mu::ecUNEXPECTED_VAL:
      return "an operator is missing before “" + token + "”";
    case mu::ecUNEXPECTED_VAR:
      return "an operator is missing before “" + token + "”";
    case mu::ecUNEXPECTED_FUN:
      return "an operator is missing before “" + token + "”";
    case mu::ecUNEXPECTED_ARG_SEP:
      return "a comma is out of place";
    case mu::ecTOO_MANY_PARAMS:
      return "“" + token + "” has too many arguments";
    case mu::ecTOO_FEW_PARAMS:
      return "“" + token + "” has too few arguments";
    case mu::ecEMPTY_EXPRESSION:
      return "the formula is empty";
    default:
      return error.GetMsg();
  }
}

}  // namespace

struct Expression::Parsed {
  double x = 0;
  mu::Parser parser;
};

Expression::Expression(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;

std::variant<Expression, ExpressionError> Expression::parse(std::string_view text) {
  const std::string plain = with_plain_signs(text);
  if (auto error = misfit(plain)) return *error;
  if (plain.find_first_not_of(' ') == plain.npos) return ExpressionError{0, "the formula is empty"};
  auto parsed = std::make_unique<Parsed>();
  mu::Parser& parser = parsed->parser;
  try {
    parser.DefineNameChars("0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ\xcf\x80");
    parser.ClearConst();
    parser.DefineConst("pi", std::numbers::pi);
    parser.DefineConst("π", std::numbers::pi);
    parser.DefineConst("e", std::numbers::e);
    for (const NamedFunction& function : functions)
      parser.DefineFun(std::string(function.name.name), function.value);
    parser.DefineVar("x", &parsed->x);
    parser.SetExpr(plain);
    int results = 0;
    parser.Eval(results);
    if (results != 1) return ExpressionError{first_outer_comma(plain), "a formula has one result"};
  } catch (const mu::Parser::exception_type& error) {
    const auto bytes = static_cast<std::size_t>(std::max(error.GetPos(), 0));
    return ExpressionError{characters(std::string_view(plain).substr(0, std::min(bytes, plain.size()))),
                           message(error)};
  }
  return Expression(std::move(parsed));
}

double Expression::operator()(double x) const {
  parsed_->x = x;
  try {
    return parsed_->parser.Eval();
  } catch (const mu::Parser::exception_type&) {
    return nan;  // a function refused its argument
  }
}

ExpressionValue Expression::evaluate(double x) const {
  const double at = (*this)(x);
  const Derivatives slopes = derivatives([this](double where) { return (*this)(where); }, x, at);
  return {at, slopes.first, slopes.second};
}

std::string with_plain_signs(std::string_view text) {
  std::string plain(text);
  for (const auto& [sign, replacement] : {std::pair{"−", "-"}, {"·", "*"}, {"×", "*"}}) {
    for (std::size_t at = plain.find(sign); at != plain.npos; at = plain.find(sign, at))
      plain.replace(at, std::string_view(sign).size(), replacement);
  }
  return plain;
}

std::span<const ExpressionName> expression_names() {
  static constexpr auto names = [] {
    std::array<ExpressionName, functions.size() + others.size()> all{};
    for (std::size_t i = 0; i < functions.size(); ++i) all[i] = functions[i].name;
    for (std::size_t i = 0; i < others.size(); ++i) all[functions.size() + i] = others[i];
    return all;
  }();
  return names;
}

}  // namespace theta
