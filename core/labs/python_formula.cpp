// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/python_formula.h"

#include "core/labs/code_script.h"
#include "core/math/expression.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <variant>
#include <vector>

namespace theta {
namespace {

/// A function of formulas that is not one of the library under its own name: what calls it in Python, and its
/// definition there, unless the scripts of activations have it or the library does.
struct PythonFunction {
  std::string_view name, call, definition = {};
};

constexpr PythonFunction python_functions[] = {
    {"ln", "np.log"},
    {"rint", "np.round"},
    {"asin", "np.arcsin"},
    {"acos", "np.arccos"},
    {"atan", "np.arctan"},
    {"asinh", "np.arcsinh"},
    {"acosh", "np.arccosh"},
    {"atanh", "np.arctanh"},
    {"erfc", "erfc"},
    {"Phi", "distribution"},
    {"sigmoid", "sigmoid"},
    {"softplus", "softplus"},
    {"erf", "erf", "numpy: erf = np.vectorize(math.erf)\ntorch: erf = torch.special.erf\n\n"},
    {"cbrt", "cube_root", R"(
def cube_root(x):
    return np.sign(x) * np.abs(x) ** (1 / 3)

)"},
    {"step", "step", R"(
def step(x):
    return np.where(x > 0, 1.0, 0.0)

)"},
    {"phi", "density", R"(
def density(x):
    return np.exp(-x * x / 2) / math.sqrt(2 * math.pi)

)"},
    {"relu", "relu", R"(
def relu(x):
    return np.where(x > 0, x, 0.0 * x)

)"},
    {"gelu", "gelu", R"(
def gelu(x):
    return x * distribution(x)

)"},
    {"silu", "silu", R"(
def silu(x):
    return x * sigmoid(x)

)"},
    {"elu", "elu", R"(
def elu(x):
    return np.where(x > 0, x, np.expm1(negative(x)))

)"},
    {"mish", "mish", R"(
def mish(x):
    return x * np.tanh(softplus(x))

)"},
    {"min", "least", R"(
def least(first, *others):
    for each in others:
        first = np.where(each < first, each, first)
    return first

)"},
    {"max", "greatest", R"(
def greatest(first, *others):
    for each in others:
        first = np.where(each > first, each, first)
    return first

)"},
    {"sum", "total", R"(
def total(*all):
    return sum(all)

)"},
    {"avg", "average", R"(
def average(*all):
    return sum(all) / len(all)

)"}};

std::string call_of(std::string_view function) {
  const auto* found = std::ranges::find(python_functions, function, &PythonFunction::name);
  return found == std::end(python_functions) ? "np." + std::string(function) : std::string(found->call);
}

/// A part of a formula: its Python, and whether x is in it.
struct Part {
  std::string python;
  bool of_x = false;
};

/// Reads a formula by muParser's rules: a choice binds least, then or, and, comparisons from left to right,
/// then what Python has as well.
class Transcription {
 public:
  explicit Transcription(std::string_view formula) : text_(formula) {}

  Part choice() {
    const std::size_t start = at_;
    const Part condition = either();
    const std::string_view asked = text_.substr(start, at_ - start);
    if (!take("?")) return condition;
    const Part then = choice();
    take(":");
    const Part otherwise = choice();
    if (!condition.of_x) return value_of(asked) != 0 ? then : otherwise;
    return {"np.where(" + condition.python + " != 0, " + then.python + ", " + otherwise.python + ")", true};
  }

 private:
  Part either() {
    return chain({"||"}, [this] { return both(); });
  }
  Part both() {
    return chain({"&&"}, [this] { return comparison(); });
  }
  Part comparison() {
    return chain({"<=", ">=", "==", "!=", "<", ">"}, [this] { return terms(); });
  }

  /// Operands with operators between them, each pair a condition that is 1 or 0.
  Part chain(std::initializer_list<std::string_view> operators, const auto& operand) {
    const std::size_t start = at_;
    Part left = operand();
    for (std::string_view sign = any(operators); !sign.empty(); sign = any(operators)) {
      const Part right = operand();
      std::string condition = left.python + " " + std::string(sign) + " " + right.python;
      if (sign == "||") condition = "(" + left.python + " != 0) | (" + right.python + " != 0)";
      if (sign == "&&") condition = "(" + left.python + " != 0) & (" + right.python + " != 0)";
      left = folded({"np.where(" + condition + ", 1.0, 0.0)", left.of_x || right.of_x}, start);
    }
    return left;
  }

  /// Sums, products, powers and signs, as they stand.
  Part terms() {
    const std::size_t start = at_;
    Part whole;
    for (;;) {
      for (std::string_view sign = any({"-", "+"}); !sign.empty(); sign = any({"-", "+"}))
        whole.python += sign;
      const Part part = primary();
      whole.python += part.python;
      whole.of_x = whole.of_x || part.of_x;
      const std::string_view sign = any({"+", "-", "*", "/", "^"});
      if (sign.empty()) break;
      whole.python += sign == "^" ? "**" : " " + std::string(sign) + " ";
    }
    return folded(whole, start);
  }

  Part primary() {
    const std::size_t start = at_;
    if (take("(")) {
      const Part inner = choice();
      take(")");
      return folded({"(" + inner.python + ")", inner.of_x}, start);
    }
    if (const std::string number = number_here(); !number.empty()) return {number, false};
    const std::string name = name_here();
    if (!take("(")) return name == "x" ? Part{"x", true} : folded({name, false}, start);
    std::vector<Part> arguments = {choice()};
    while (take(",")) arguments.push_back(choice());
    take(")");
    // The first is an array.
    std::ranges::stable_partition(arguments, &Part::of_x);
    Part call{call_of(name) + "(", false};
    for (const Part& each : arguments) {
      call.python += (call.python.ends_with('(') ? "" : ", ") + each.python;
      call.of_x = call.of_x || each.of_x;
    }
    call.python += ")";
    return folded(call, start);
  }

  static double value_of(std::string_view part) { return std::get<Expression>(Expression::parse(part))(0); }

  /// A part without x as its value.
  Part folded(Part part, std::size_t start) const {
    if (part.of_x) return part;
    part.python = python_number(value_of(text_.substr(start, at_ - start)));
    if (part.python.starts_with('-')) part.python = "(" + part.python + ")";
    return part;
  }

  void skip_spaces() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
  }
  bool take(std::string_view sign) {
    skip_spaces();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  std::string_view any(std::initializer_list<std::string_view> signs) {
    const auto* found = std::ranges::find_if(signs, [this](std::string_view sign) { return take(sign); });
    return found == signs.end() ? std::string_view() : *found;
  }
  std::string number_here() {
    skip_spaces();
    const std::size_t start = at_;
    const auto digits = [this] {
      while (at_ < text_.size() &&
             (std::isdigit(static_cast<unsigned char>(text_[at_])) || text_[at_] == '.'))
        ++at_;
    };
    digits();
    if (at_ == start) return {};
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
      ++at_;
      if (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+')) ++at_;
      digits();
    }
    return std::string(text_.substr(start, at_ - start));
  }
  std::string name_here() {
    skip_spaces();
    const std::size_t start = at_;
    const auto in_name = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    };
    while (at_ < text_.size() && in_name(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

PythonFormula python_formula(std::string_view formula) {
  const std::string plain = with_plain_signs(formula);
  const Part whole = Transcription(plain).choice();
  PythonFormula script{.formula = whole.of_x ? whole.python : "0 * x + " + whole.python,
                       .functions = "numpy: np.seterr(all=\"ignore\")  # it may have no value in places\n"};
  for (const PythonFunction& each : python_functions)
    if (names(script.formula, each.call)) script.functions += each.definition;
  return script;
}

}  // namespace theta
