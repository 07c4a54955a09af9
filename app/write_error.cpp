// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_error.h"

#include <cerrno>
#include <system_error>

namespace theta {
namespace {

namespace fs = std::filesystem;

/// The part of a path, from its beginning on, that is there.
fs::path part_that_exists(const fs::path& path) {
  fs::path part = fs::absolute(path).lexically_normal();
  std::error_code unreadable;
  while (part.has_relative_path() && !fs::exists(part, unreadable)) part = part.parent_path();
  return part;
}

std::string folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path().string() : std::string(".");
}

Text refusal(const fs::path& path, int error) {
  switch (error) {
    case ENOENT:
      return say("there is no folder {}; allowed: a folder that is there", folder_of(path));
    case ENOTDIR:
      return say("{} is a file; allowed: a folder", part_that_exists(path).string());
    case EISDIR:
      return say("this is a folder; allowed: a file in it or elsewhere");
    case EACCES:
    case EPERM:
      return say("there is no permission to write here; allowed: files and folders that may be written");
    case EROFS:
      return say("the disk can only be read; allowed: a disk that may be written");
    case ENOSPC:
    case EDQUOT:
      return say("there is no room left on the disk; allowed: a disk with room");
    case EFBIG:
      return say("the file would be larger than files may be here");
    case ELOOP:
      return say("the links lead in a circle; allowed: links that end at a file");
    case ENAMETOOLONG:
      return say("the name is too long; allowed: a shorter one");
    default:
      return say("it cannot be written: {}", std::generic_category().message(error));
  }
}

}  // namespace

WriteError::WriteError(const fs::path& path, int error)
    : error_(error), problem_{path.string(), refusal(path, error), {}}, what_(fill(sentence(problem_))) {}

}  // namespace theta
