// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/save_file.h"

#include "app/write_error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace theta {
namespace {

namespace fs = std::filesystem;

class SaveFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "save_file_XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  /// Nothing else, such as a file half written, lies about.
  std::vector<std::string> names() const {
    std::vector<std::string> all;
    for (const auto& entry : fs::directory_iterator(folder_)) all.push_back(entry.path().filename().string());
    return all;
  }

  fs::path folder_;
};

int error_of(const fs::path& path, std::string_view bytes) {
  try {
    save_file(path, bytes);
  } catch (const WriteError& error) {
    EXPECT_EQ(error.problem().where, path.string());
    return error.error();
  }
  return 0;
}

using testing::UnorderedElementsAre;

TEST_F(SaveFile, writes_a_new_file) {
  const std::string bytes("a\0b\n", 4);
  save_file(folder_ / "new", bytes);
  EXPECT_EQ(read(folder_ / "new"), bytes);
  EXPECT_THAT(names(), UnorderedElementsAre("new"));
}

TEST_F(SaveFile, writes_beside_the_program_when_the_path_has_no_folder) {
  const fs::path before = fs::current_path();
  fs::current_path(folder_);
  save_file("plain", "a");
  fs::current_path(before);
  EXPECT_EQ(read(folder_ / "plain"), "a");
}

TEST_F(SaveFile, replaces_a_file_and_keeps_its_permissions) {
  save_file(folder_ / "file", "a longer text");
  ::chmod((folder_ / "file").c_str(), 0640);
  save_file(folder_ / "file", "short");
  EXPECT_EQ(read(folder_ / "file"), "short");
  EXPECT_EQ(static_cast<int>(fs::status(folder_ / "file").permissions()), 0640);
}

TEST_F(SaveFile, gives_a_new_file_the_usual_permissions) {
  const mode_t before = ::umask(027);
  save_file(folder_ / "file", "a");
  ::umask(before);
  EXPECT_EQ(static_cast<int>(fs::status(folder_ / "file").permissions()), 0640);
}

TEST_F(SaveFile, follows_a_link) {
  save_file(folder_ / "target", "old");
  fs::create_symlink("target", folder_ / "link");
  save_file(folder_ / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(read(folder_ / "target"), "new");
}

TEST_F(SaveFile, writes_to_a_device_as_it_is) {
  EXPECT_EQ(error_of("/dev/null", "a"), 0);
  EXPECT_EQ(error_of("/dev/full", "a"), ENOSPC);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

TEST_F(SaveFile, refuses_a_missing_folder) { EXPECT_EQ(error_of(folder_ / "no" / "file", "a"), ENOENT); }

TEST_F(SaveFile, says_beforehand_where_there_is_no_room_for_a_file) {
  save_file(folder_ / "file", "old");
  const auto error = [](const fs::path& path) {
    try {
      expect_room_for_file(path);
    } catch (const WriteError& refused) {
      return refused.error();
    }
    return 0;
  };
  EXPECT_EQ(error(folder_ / "file"), 0);
  EXPECT_EQ(error(folder_ / "new"), 0);
  EXPECT_EQ(error(folder_ / "no" / "file"), ENOENT);
  EXPECT_EQ(error(folder_), EISDIR);
  EXPECT_EQ(error(folder_ / "file" / "below"), ENOTDIR);
  EXPECT_THAT(names(), UnorderedElementsAre("file"));
}

TEST_F(SaveFile, refuses_a_folder) { EXPECT_EQ(error_of(folder_, "a"), EISDIR); }

TEST_F(SaveFile, refuses_a_path_below_a_file) {
  save_file(folder_ / "file", "old");
  EXPECT_EQ(error_of(folder_ / "file" / "below", "a"), ENOTDIR);
  EXPECT_EQ(read(folder_ / "file"), "old");
}

TEST_F(SaveFile, refuses_a_link_in_a_circle) {
  fs::create_symlink("circle", folder_ / "circle");
  EXPECT_EQ(error_of(folder_ / "circle", "a"), ELOOP);
}

TEST_F(SaveFile, loses_nothing_when_the_disk_is_full) {
  save_file(folder_ / "file", "old");
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{.rlim_cur = 1000, .rlim_max = before.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ::setrlimit(RLIMIT_FSIZE, &small);
  const int error = error_of(folder_ / "file", std::string(5000, 'a'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(error, EFBIG);
  EXPECT_EQ(read(folder_ / "file"), "old");
  EXPECT_THAT(names(), UnorderedElementsAre("file"));
}

/// Root may write everywhere, so a child that is nobody tries it; returns the error it met.
int error_as_nobody(const fs::path& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(255);
    ::_exit(error_of(path, "new"));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status);
}

TEST_F(SaveFile, loses_nothing_in_a_read_only_folder) {
  save_file(folder_ / "file", "old");
  ::chmod((folder_ / "file").c_str(), 0666);
  ::chmod(folder_.c_str(), 0555);
  EXPECT_EQ(error_as_nobody(folder_ / "file"), EACCES);
  EXPECT_EQ(error_as_nobody(folder_ / "new"), EACCES);
  ::chmod(folder_.c_str(), 0755);
  EXPECT_EQ(read(folder_ / "file"), "old");
  EXPECT_THAT(names(), UnorderedElementsAre("file"));
}

TEST_F(SaveFile, leaves_a_read_only_file_alone) {
  save_file(folder_ / "file", "old");
  ::chmod((folder_ / "file").c_str(), 0444);
  ::chmod(folder_.c_str(), 0777);
  EXPECT_EQ(error_as_nobody(folder_ / "file"), EACCES);
  EXPECT_EQ(read(folder_ / "file"), "old");
}

/// A child that saves one text after the other until it is killed; it has begun when this returns.
pid_t start_saving(const fs::path& path, const std::vector<std::string>& texts) {
  int begun[2] = {};
  if (::pipe(begun) != 0) return -1;
  const pid_t child = ::fork();
  if (child != 0) {
    char byte = 0;
    ::close(begun[1]);
    EXPECT_EQ(::read(begun[0], &byte, 1), 1);
    ::close(begun[0]);
    return child;
  }
  for (std::size_t i = 1;; ++i) {
    save_file(path, texts[i % texts.size()]);
    if (i == 1 && ::write(begun[1], "b", 1) != 1) ::_exit(1);
  }
}

TEST_F(SaveFile, holds_the_old_text_or_the_new_when_it_is_killed) {
  const std::vector<std::string> texts = {std::string(300'000, 'a'), std::string(500'000, 'b'),
                                          std::string(100, 'c')};
  save_file(folder_ / "file", texts[0]);
  std::set<std::string> seen;
#ifdef __SANITIZE_ADDRESS__
  constexpr int kills = 20;  // a sanitized program takes long to be copied
#else
  constexpr int kills = 200;
#endif
  for (int kill = 0; kill < kills; ++kill) {
    const pid_t child = start_saving(folder_ / "file", texts);
    ::usleep(static_cast<useconds_t>(37 * kill));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string text = read(folder_ / "file");
    ASSERT_THAT(texts, testing::Contains(text)) << text.size() << " bytes after kill " << kill;
    seen.insert(text);
  }
  EXPECT_GT(seen.size(), 1u);  // else the children were killed before they did anything
}

}  // namespace
}  // namespace theta
