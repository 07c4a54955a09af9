// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_file.h"

#include "core/labs/all.h"
#include "core/model/typed_text.h"
#include "core/read/text_file.h"
#include "ui/export/embedded_state.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace theta {
namespace {

const Lab& lab_for_models(const Lab& present) {
  if (present.import_model) return present;
  return *std::ranges::find_if(all_labs(),
                               [](const Lab& lab) { return static_cast<bool>(lab.import_model); });
}

bool looks_like_json(std::string_view text) {
  text = trimmed(without_byte_order_mark(text));
  return text.starts_with('{') || text.starts_with('[');
}

}  // namespace

std::string read_figure_file(const std::filesystem::path& path) { return read_text_file(path, 256u << 20); }

std::variant<FigureState, OpenedModel> read_file(const std::filesystem::path& path, const Lab& present) {
  const std::string text = read_figure_file(path);
  if (const std::optional<FileFormat> format = format_of_figure(text))
    return read_figure_state(all_labs(), embedded_state(text, *format, path.string()));
  if (!looks_like_json(text)) {
    Problem problem = without_state(path.string());
    problem.allowed = say("{}; a saved state; a model's config.json", problem.allowed);
    throw InputError(std::move(problem));
  }
  const Lab& lab = lab_for_models(present);
  return OpenedModel{&lab, lab.import_model(path)};
}

}  // namespace theta
