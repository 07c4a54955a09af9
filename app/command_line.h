// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/choose_values.h"
#include "app/sheet_options.h"
#include "ui/export/figure_file.h"
#include "ui/play.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace theta {

// What a command line asks for, one struct a command.

struct OpenWindow {
  std::optional<std::filesystem::path> file;
};

/// Help, or the version.
struct Print {
  std::string text;
};

struct ListLabs {
  bool json = false;
};

struct ShowLab {
  std::string lab;
  bool json = false;
};

struct Render {
  std::string lab;
  Choosing choosing;
  std::string output;  ///< a path, or - for the standard output
  FileFormat format = FileFormat::png;
  AskedSheet sheet;
};

struct Gallery {
  std::filesystem::path folder;
  FileFormat format = FileFormat::png;
  AskedSheet sheet;
};

struct Sweep {
  std::string lab;
  Choosing choosing;
  std::string vary;                 ///< as core/model/vary.h reads it
  std::optional<std::string> grid;  ///< the panel that stands there at each value; none: laid over each other
  std::string output;
  FileFormat format = FileFormat::png;
  AskedSheet sheet;
};

/// A sweep as a film.
struct Animate {
  std::string lab;
  Choosing choosing;
  std::string vary;
  PlayWay way = usual_way;
  int rate = 25;  ///< frames a second
  std::string output;
  AskedSheet sheet;
};

/// A script in Python for the numbers of a figure.
struct PrintCode {
  std::string lab;
  Choosing choosing;
  CodeLibrary library = CodeLibrary::numpy;
  std::string output;
};

/// Whether a figure is what its state draws.
struct Verify {
  std::filesystem::path figure;
};

/// Many renders in one process.
struct Batch {
  std::filesystem::path file;  ///< or - for the standard input
};

using Command = std::variant<OpenWindow, Print, ListLabs, ShowLab, Render, Sweep, Animate, PrintCode, Gallery,
                             Verify, Batch>;

/// Throws InputError with one problem where the command line makes no sense.
Command parse_command_line(int argc, const char* const* argv);

}  // namespace theta
