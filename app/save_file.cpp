// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/save_file.h"

#include "app/write_error.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace theta {
namespace {

namespace fs = std::filesystem;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

  /// Some file systems report a full disk only here.
  bool close() {
    const int number = number_;
    number_ = -1;
    return ::close(number) == 0;
  }

 private:
  int number_;
};

[[noreturn]] void fail(const fs::path& path, int error) { throw WriteError(path, error); }

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void write_in_place(const fs::path& path, std::string_view bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.number() < 0 || !write_all(file.number(), bytes) || !file.close()) fail(path, errno);
}

/// A new file of a name nobody has, with the permissions a new file gets.
std::pair<fs::path, int> create_beside(const fs::path& path) {
  for (int attempt = 0;; ++attempt) {
    fs::path name =
        path.parent_path() / (".thetalab-" + std::to_string(::getpid()) + "-" + std::to_string(attempt));
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0) return {std::move(name), descriptor};
    if (errno != EEXIST) fail(path, errno);
  }
}

/// So that the new name, too, survives a power cut; where a folder cannot be synced, the file is written all
/// the same.
void sync_folder(const fs::path& folder) {
  const Descriptor descriptor(
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.number() >= 0) ::fsync(descriptor.number());
}

/// `mode` is that of the file to replace, if there is one.
void replace_file(const fs::path& path, std::string_view bytes, const mode_t* mode) {
  const auto [name, number] = create_beside(path);
  Descriptor file(number);
  const bool saved = write_all(number, bytes) && (!mode || ::fchmod(number, *mode & 07777) == 0) &&
                     ::fsync(number) == 0 && file.close() && ::rename(name.c_str(), path.c_str()) == 0;
  if (!saved) {
    const int error = errno;
    ::unlink(name.c_str());
    fail(path, error);
  }
  sync_folder(path.parent_path());
}

}  // namespace

void save_file(const fs::path& path, std::string_view bytes) {
  std::error_code unresolved;
  const fs::path resolved = fs::canonical(path, unresolved);
  const fs::path& target = unresolved ? path : resolved;
  struct stat status = {};
  if (::stat(target.c_str(), &status) != 0) {
    if (errno != ENOENT) fail(path, errno);
    replace_file(target, bytes, nullptr);
    return;
  }
  if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
  if (!S_ISREG(status.st_mode)) {
    write_in_place(target, bytes);
    return;
  }
  if (::access(target.c_str(), W_OK) != 0) fail(path, errno);  // a rename would not mind that it is read-only
  replace_file(target, bytes, &status.st_mode);
}

void expect_room_for_file(const fs::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
    if (::access(path.c_str(), W_OK) != 0) fail(path, errno);
  } else if (errno != ENOENT) {
    fail(path, errno);
  }
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  if (::access(folder.c_str(), W_OK | X_OK) != 0) fail(path, errno);
}

void make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) fail(path, error.value());
}

void write_stdout(std::string_view bytes) {
  if (!write_all(STDOUT_FILENO, bytes)) fail("standard output", errno);
}

void write_output(const std::string& output, std::string_view bytes) {
  if (output == "-") {
    write_stdout(bytes);
  } else {
    save_file(output, bytes);
  }
}

}  // namespace theta
