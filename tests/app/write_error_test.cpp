// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/write_error.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>

namespace theta {
namespace {

std::string write_refusal(const char* path, int error) { return WriteError(path, error).what(); }

TEST(WriteError, NamesThePathAndWhatWouldDo) {
  EXPECT_EQ(write_refusal("/no/such/a.svg", ENOENT),
            "/no/such/a.svg: there is no folder /no/such; allowed: a folder that is there");
  EXPECT_EQ(write_refusal(THETA_SOURCE "/LICENSE/b/a.svg", ENOTDIR),
            THETA_SOURCE "/LICENSE/b/a.svg: " THETA_SOURCE "/LICENSE is a file; allowed: a folder");
  EXPECT_EQ(write_refusal("/tmp", EISDIR), "/tmp: this is a folder; allowed: a file in it or elsewhere");
  EXPECT_EQ(write_refusal("a.svg", EACCES),
            "a.svg: there is no permission to write here; allowed: files and folders that may be written");
  EXPECT_EQ(write_refusal("standard output", ENOSPC),
            "standard output: there is no room left on the disk; allowed: a disk with room");
}

TEST(WriteError, TellsTheSystemsWordsOfWhatIsRare) {
  EXPECT_EQ(write_refusal("a.svg", EIO), "a.svg: it cannot be written: Input/output error");
}

}  // namespace
}  // namespace theta
