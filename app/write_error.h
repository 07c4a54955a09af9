// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"

#include <exception>
#include <filesystem>
#include <string>

namespace theta {

/// Thrown where a file, a folder or the standard output cannot be written: what the system refused, in words
/// that name the path and say what would do.
class WriteError : public std::exception {
 public:
  /// `error`: of the system, as errno has it.
  WriteError(const std::filesystem::path& path, int error);

  int error() const { return error_; }
  const Problem& problem() const { return problem_; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  int error_;
  Problem problem_;
  std::string what_;
};

}  // namespace theta
