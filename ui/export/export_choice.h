// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sheet.h"
#include "ui/export/file_format.h"

#include <string>

namespace theta {

/// What was chosen to export a figure with: remembered from one time to the next.
struct ExportChoice {
  Sheet sheet = {};
  FileFormat format = FileFormat::pdf;
  std::string venue = {};  ///< as "nature:single"; empty: none

  bool operator==(const ExportChoice&) const = default;
};

std::string export_choice_text(const ExportChoice& choice);

/// What the text says; the first choice where it says nothing, or nothing that can be.
ExportChoice export_choice(const std::string& text);

/// The choice with which a figure would be exported again that was opened from a file: its sheet, the format
/// where the file's ending names one, and its venue where the sheet is one's.
ExportChoice choice_of_opened(const ExportChoice& last, const Sheet& sheet, const std::string& ending);

}  // namespace theta
