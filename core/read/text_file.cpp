// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/text_file.h"

#include "core/model/counted.h"
#include "core/model/problem.h"

#include <fstream>
#include <iterator>

namespace theta {

std::string read_text_file(const std::filesystem::path& path, std::uintmax_t largest) {
  const std::string name = path.string();
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) throw InputError(Problem{name, say("no such file"), {}});
  if (!std::filesystem::is_regular_file(status)) throw InputError(Problem{name, say("not a file"), {}});
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error || size > largest)
    throw InputError(Problem{name,
                             say("a file of {}", counted(static_cast<double>(size), "{} byte", "{} bytes")),
                             say("at most {} bytes", static_cast<double>(largest))});
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file.is_open() || file.bad()) throw InputError(Problem{name, say("a file that cannot be read"), {}});
  return text;
}

}  // namespace theta
