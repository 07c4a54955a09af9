// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/film_folder.h"

#include "app/save_file.h"
#include "core/model/problem.h"
#include "ui/export/png_text.h"

#include <QFile>

#include <algorithm>
#include <optional>
#include <system_error>
#include <vector>

namespace theta {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 4;
constexpr char origin_key[] = "Software", origin_of_frame[] = "Thetalab, a frame of a film";

std::string frame_name(std::size_t frame) {
  const std::string number = std::to_string(frame + 1);
  return std::string(digits - std::min(digits, number.size()), '0') + number + ".png";
}

/// The number in a name that a frame could have.
std::optional<std::size_t> number_in(const fs::path& path) {
  const std::string name = path.stem().string();
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (path.extension() != ".png" || name.size() != digits || !std::ranges::all_of(name, is_digit)) return {};
  return std::stoul(name);
}

/// The text stands right behind the PNG's header.
bool is_of_a_film(const fs::path& path) {
  constexpr qint64 enough = 4096;
  QFile file(QString::fromStdString(path.string()));
  return file.open(QIODevice::ReadOnly) &&
         png_text(file.read(enough), origin_key) == QByteArray(origin_of_frame);
}

std::vector<fs::path> numbered_pictures(const fs::path& folder) {
  std::vector<fs::path> pictures;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, none))
    if (number_in(entry.path())) pictures.push_back(entry.path());
  std::ranges::sort(pictures);
  return pictures;
}

}  // namespace

void save_frame(const fs::path& folder, std::size_t frame, const std::string& png) {
  save_file(folder / frame_name(frame),
            with_png_text(QByteArray::fromStdString(png), origin_key, origin_of_frame).toStdString());
}

void expect_only_frames(const fs::path& folder) {
  const std::vector<fs::path> pictures = numbered_pictures(folder);
  const auto foreign = std::ranges::find_if_not(pictures, is_of_a_film);
  if (foreign == pictures.end()) return;
  throw InputError(Problem{"output",
                           {},
                           say("“{}” has a picture {} that is of no film of Thetalab's; a new folder, or one "
                               "without such pictures, would do",
                               folder.string(), foreign->filename().string())});
}

std::size_t remove_frames_from(const fs::path& folder, std::size_t first) {
  std::size_t removed = 0;
  for (const fs::path& picture : numbered_pictures(folder)) {
    std::error_code left;
    if (*number_in(picture) > first && is_of_a_film(picture) && fs::remove(picture, left)) ++removed;
  }
  return removed;
}

}  // namespace theta
