// SPDX-License-Identifier: GPL-3.0-or-later
// What every source file must and must not hold.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace theta {
namespace {

namespace fs = std::filesystem;

struct Source {
  fs::path path;  ///< from the root
  std::vector<std::string> lines;
};

bool is_script(const fs::path& path) {
  const fs::path relative = path.lexically_relative(THETA_SOURCE);
  return relative == "app/run" || relative == "app/setup" || relative == "tests/run" || relative == ".ci/run";
}

bool is_source(const fs::path& path) {
  const fs::path extension = path.extension();
  return extension == ".cpp" || extension == ".h" || path.filename() == "CMakeLists.txt" || is_script(path);
}

Source read(const fs::path& path) {
  Source source{.path = path.lexically_relative(THETA_SOURCE), .lines = {}};
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) source.lines.push_back(line);
  return source;
}

std::vector<Source> sources() {
  std::vector<Source> all = {read(fs::path(THETA_SOURCE) / "CMakeLists.txt")};
  for (const char* folder : {"app", "core", "ui", "tests", ".ci"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(THETA_SOURCE) / folder)) {
      if (entry.is_regular_file() && is_source(entry.path())) all.push_back(read(entry.path()));
    }
  }
  return all;
}

bool is_code(const Source& source) {
  return source.path.extension() == ".cpp" || source.path.extension() == ".h";
}

/// What a line includes, if it does.
std::optional<std::string> included(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(' ');
  if (hash == line.npos || line[hash] != '#' || line.find("include", hash) == line.npos) return {};
  const std::size_t from = line.find_first_of("\"<"), to = line.find_last_of("\">");
  if (from == line.npos || to <= from) return {};
  return line.substr(from + 1, to - from - 1);
}

/// Every include of C++ that is as it should not be, as path:line.
std::vector<std::string> includes_that(auto&& wrong) {
  std::vector<std::string> found;
  for (const Source& source : sources()) {
    for (std::size_t i = 0; is_code(source) && i < source.lines.size(); ++i) {
      const std::optional<std::string> header = included(source.lines[i]);
      if (header && wrong(source.path.string(), *header))
        found.push_back(source.path.string() + ":" + std::to_string(i + 1));
    }
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(Sources, are_there) { EXPECT_GT(sources().size(), 50u); }

TEST(Sources, include_by_path_from_the_root) {
  const auto climbs = [](const std::string&, const std::string& header) {
    return header.find("../") != header.npos;
  };
  EXPECT_EQ(includes_that(climbs), Found{});
}

TEST(Sources, of_the_core_include_no_qt) {
  const auto is_qt = [](const std::string& path, const std::string& header) {
    return path.starts_with("core/") && (header.starts_with("Q") || header.find("/Q") != header.npos);
  };
  EXPECT_EQ(includes_that(is_qt), Found{});
}

TEST(Sources, name_their_licence) {
  for (const Source& source : sources()) {
    const bool has_shebang = !source.lines.empty() && source.lines[0].starts_with("#!");
    const std::size_t line = has_shebang ? 1 : 0;
    ASSERT_GT(source.lines.size(), line) << source.path;
    EXPECT_NE(source.lines[line].find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos)
        << source.path;
  }
}

TEST(Sources, include_their_own_header_first) {
  for (const Source& source : sources()) {
    fs::path header = source.path;
    header.replace_extension(".h");
    if (source.path.extension() != ".cpp" || !fs::exists(fs::path(THETA_SOURCE) / header)) continue;
    for (const std::string& line : source.lines) {
      const std::optional<std::string> first = included(line);
      if (!first) continue;
      EXPECT_EQ(*first, header.string()) << source.path;
      break;
    }
  }
}

TEST(Sources, guard_their_headers) {
  for (const Source& source : sources()) {
    if (source.path.extension() != ".h") continue;
    EXPECT_NE(std::ranges::find(source.lines, "#pragma once"), source.lines.end()) << source.path;
  }
}

}  // namespace
}  // namespace theta
