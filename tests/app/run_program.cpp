// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/run_program.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

namespace theta {
namespace {

std::string take(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return text;
}

}  // namespace

Outcome run_thetalab(const std::string& arguments) {
  const auto folder = std::filesystem::temp_directory_path();
  const auto out = folder / ("out-" + std::to_string(::getpid()));
  const auto error = folder / ("error-" + std::to_string(::getpid()));
  const std::string command = "unset DISPLAY WAYLAND_DISPLAY QT_QPA_PLATFORM; { '" THETA_PROGRAM "' " +
                              arguments + " ; } >" + out.string() + " 2>" + error.string();
  const int status = std::system(command.c_str());
  return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .out = take(out), .error = take(error)};
}

}  // namespace theta
