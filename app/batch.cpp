// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/batch.h"

#include "app/complain.h"
#include "app/offscreen.h"
#include "app/render.h"
#include "app/shell_words.h"
#include "app/warn_of_crowding.h"
#include "app/write_error.h"
#include "core/model/problem.h"
#include "core/model/tex.h"
#include "core/read/text_file.h"

#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace theta {
namespace {

constexpr int bad_line = 2;

std::string text_of_batch(const std::filesystem::path& file) {
  if (file != "-") return read_text_file(file);
  return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

Render parse_line(const std::string& line) {
  std::vector<std::string> words = {"thetalab", "render"};
  for (std::string& word : shell_words(line)) words.push_back(std::move(word));
  std::vector<const char*> pointers;
  for (const std::string& word : words) pointers.push_back(word.c_str());
  const Command command = parse_command_line(static_cast<int>(pointers.size()), pointers.data());
  if (const Render* render = std::get_if<Render>(&command)) return *render;
  throw InputError(Problem{"line", {}, say("what follows “thetalab render”")});
}

}  // namespace

int run_batch(const Batch& batch) {
  std::istringstream lines(text_of_batch(batch.file));
  const Offscreen offscreen;
  int outcome = 0;
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == line.npos || line[begin] == '#') continue;
    const std::string where = "line " + std::to_string(number) + ": ";
    try {
      const Render render = parse_line(line);
      const Figure figure = write_render(render);
      if (is_painted(render.format)) warn_of_crowding(figure, render.sheet, render.format, true, where);
      continue;
    } catch (const InputError& error) {
      complain(where + plain_text(error.what()));
    } catch (const WriteError& error) {
      complain(where + plain_text(error.what()));
    }
    outcome = bad_line;
  }
  return outcome;
}

}  // namespace theta
