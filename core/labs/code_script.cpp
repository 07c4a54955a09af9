// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/labs/code_script.h"

#include "core/model/number.h"
#include "core/model/overloaded.h"
#include "core/model/tex.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace theta {
namespace {

constexpr std::string_view random_words = R"(
def random_bits(seed, stream):
    """Words of 64 bits as Thetalab draws them: xoshiro256**, seeded by SplitMix64."""
    whole, golden = 2**64, 0x9E3779B97F4A7C15

    def mix(z):
        z %= whole
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 % whole
        z = (z ^ z >> 27) * 0x94D049BB133111EB % whole
        return z ^ z >> 31

    def rotated_left(z, by):
        return (z << by | z >> 64 - by) % whole

    start = seed ^ mix(stream + golden)
    a, b, c, d = (mix(start + n * golden) for n in (1, 2, 3, 4))
    while True:
        bits = rotated_left(b * 5 % whole, 7) * 9 % whole
        c, d = c ^ a, d ^ b
        a, b, c, d = a ^ d, b ^ c, (c ^ b << 17) % whole, rotated_left(d, 45)
        yield bits

)";

constexpr std::string_view seeded_numbers = R"(
def seeded(seed, stream):
    """Uniform numbers."""
    return (((bits >> 12) + 0.5) * 2.0**-52 for bits in random_bits(seed, stream))

)";

constexpr std::string_view normal_numbers = R"(
def normals(seed, stream, count):
    u = seeded(seed, stream)
    return [math.sqrt(-2 * math.log(next(u))) * math.cos(2 * math.pi * next(u)) for _ in range(count)]

)";

constexpr std::string_view layer_of_lists = R"(
def curve(x, y):
    return {"x": x.tolist(), "y": [v if math.isfinite(v) else None for v in y.tolist()]}

)";

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// A parameter's name in a script.
std::string python_name(const std::string& id) {
  static constexpr std::array<std::string_view, 6> taken = {"lambda", "from", "is", "in", "class", "pass"};
  return std::ranges::find(taken, id) == taken.end() ? id : id + "_";
}

std::string quoted_word(const std::string& word) {
  std::string text = "\"";
  for (const char c : word) text += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return text + "\"";
}

std::string list(const auto& items, auto&& write) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : ", ") + write(item);
  return "[" + text + "]";
}

std::string python_value(const Field& field, const Value& value) {
  const auto* options = options_of(field.kind);
  const auto id = [&](std::size_t index) { return quoted_word(options->at(index).id); };
  return std::visit(
      Overloaded{[](double number) { return python_number(number); },
                 [](std::int64_t number) { return std::to_string(number); },
                 [](bool on) { return std::string(on ? "True" : "False"); },
                 [&](Option option) { return id(option.index); },
                 [&](const Options& chosen) { return list(chosen.indices, id); },
                 [](const std::vector<double>& numbers) { return list(numbers, python_number); },
                 [](Point point) { return python_number(point.x) + ", " + python_number(point.y); },
                 [](Seed seed) { return std::to_string(seed.number); },
                 [](const Formula& formula) { return quoted_word(formula.text); },
                 [&](const std::vector<Row>& rows) {
                   const std::vector<Field>& cells = std::get<Records>(field.kind).fields;
                   std::string text = "[\n";
                   for (std::size_t n = 0; n < rows.size();) {
                     const std::size_t first = n;
                     while (n < rows.size() && rows[n] == rows[first]) ++n;
                     std::string words;
                     for (std::size_t i = 0; i < cells.size(); ++i)
                       words += (i == 0 ? "" : ", ") + python_name(cells[i].name.id) + "=" +
                                python_value(cells[i], rows[first].cells[i]);
                     const bool repeats = n - first > 1;
                     text += std::string("    ") + (repeats ? "*[" : "") + "dict(" + words + ")" +
                             (repeats ? "] * " + std::to_string(n - first) : "") + ",\n";
                   }
                   return text + "]";
                 }},
      value);
}

/// The lines of the library, with its name.
std::string body_for(CodeLibrary library, const std::string& body) {
  const bool torch = library == CodeLibrary::torch;
  const std::string own = torch ? "torch: " : "numpy: ", other = torch ? "numpy: " : "torch: ";
  std::istringstream lines(body);
  std::string text;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view words = std::string_view(line).substr(indent);
    if (words.starts_with(other)) continue;
    if (words.starts_with(own)) line.erase(indent, own.size());
    for (std::size_t at = 0; torch && (at = line.find("np.", at)) != line.npos; at += 6)
      if (at == 0 || !is_word(line[at - 1])) line.replace(at, 3, "torch.");
    text += line + "\n";
  }
  return text;
}

/// A script without what it says in strings and comments.
std::string without_words(const std::string& script) {
  std::string code;
  bool in_string = false, in_comment = false;
  for (const char c : script) {
    if (c == '"' && !in_comment) in_string = !in_string;
    if (c == '#' && !in_string) in_comment = true;
    if (c == '\n') in_comment = false;
    if (!in_string && !in_comment) code += c;
  }
  return code;
}

std::string parameters_in(const std::vector<Field>& fields, const Values& values, const std::string& body) {
  const std::string code = without_words(body);
  std::string text;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string name = python_name(fields[i].name.id);
    if (!names(code, name)) continue;
    const std::string label = plain_words(fields[i].name.label);
    const bool many_lines = std::holds_alternative<Records>(fields[i].kind);
    text += (many_lines ? "# " + label + "\n" : "") + name + " = " + python_value(fields[i], values[i]) +
            (many_lines ? "" : "  # " + label) + "\n";
  }
  return text;
}

}  // namespace

std::string python_number(double number) {
  const std::string text = exact(number);
  return text.find_first_not_of("-0123456789") == text.npos ? text + ".0" : text;
}

bool names(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const bool ends = at + word.size() == text.size() || !is_word(text[at + word.size()]);
    if (starts && ends) return true;
  }
  return false;
}

std::string code_script(std::string_view title, const std::vector<Field>& fields, const Values& values,
                        CodeLibrary library, const std::string& body) {
  const std::string own = body_for(library, body);
  std::string helpers(layer_of_lists);
  if (names(own, "normals")) helpers = std::string(normal_numbers) + helpers;
  if (names(helpers + own, "seeded")) helpers = std::string(seeded_numbers) + helpers;
  if (names(helpers + own, "random_bits")) helpers = std::string(random_words) + helpers;
  const std::string import = library == CodeLibrary::numpy
                                 ? "import numpy as np\n"
                                 : "import torch\n\ntorch.set_default_dtype(torch.float64)\n";
  return "# " + std::string(title) + "\nimport json\nimport math\n\n" + import + "\n" +
         parameters_in(fields, values, own) + "\n" + helpers + "\nresults = {}\n" + own +
         "\nprint(json.dumps(results))\n";
}

}  // namespace theta
