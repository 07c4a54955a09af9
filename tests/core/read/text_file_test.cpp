// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/read/text_file.h"

#include "core/model/problem.h"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

namespace theta {
namespace {

class TextFile : public testing::Test {
 protected:
  TextFile() { std::filesystem::create_directories(folder_); }
  ~TextFile() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path write(std::string_view bytes) const {
    const auto path = folder_ / "file";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("text_file-" + std::to_string(::getpid()));
};

TEST_F(TextFile, IsReadByteForByte) {
  const std::string bytes("a\r\n\0\xff", 5);
  EXPECT_EQ(read_text_file(write(bytes)), bytes);
  EXPECT_EQ(read_text_file(write("")), "");
}

TEST_F(TextFile, ThatIsTooLargeIsRefused) {
  const auto path = write("12345");
  EXPECT_EQ(read_text_file(path, 5), "12345");
  EXPECT_THROW(read_text_file(path, 4), InputError);
}

TEST_F(TextFile, ThatIsNoneIsRefusedByName) {
  EXPECT_THROW(read_text_file(folder_), InputError);
  try {
    read_text_file(folder_ / "missing.json");
    FAIL();
  } catch (const InputError& error) {
    EXPECT_NE(std::string(error.what()).find("missing.json"), std::string::npos);
  }
}

}  // namespace
}  // namespace theta
