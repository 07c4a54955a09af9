// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/model/state.h"

#include <optional>
#include <string>
#include <vector>

namespace theta {

/// The lab on screen and its history. Every change of the picture is an edit that goes through here.
class Document {
 public:
  explicit Document(const Lab& lab);

  const Lab& lab() const { return *lab_; }
  const Values& values() const { return values_; }
  const std::vector<std::size_t>& carried() const { return carried_; }  ///< by the last edit

  /// Applies the edits together, or says why not and changes nothing. Edits between begin_drag and end_drag
  /// are one step of the history.
  std::vector<Problem> apply(const Edits& edits);

  /// Replaces all values, as a preset or a file does, in one step of the history.
  std::vector<Problem> replace(const Lab& lab, const Values& values);

  void begin_drag();
  void end_drag();
  bool dragging() const { return dragging_; }

  bool can_undo() const { return !past_.empty(); }
  bool can_redo() const { return !future_.empty(); }
  void undo();
  void redo();

 private:
  struct Step {
    const Lab* lab;
    Values values;
  };
  void remember();

  const Lab* lab_;  // labs live as long as the program
  Values values_;
  std::vector<std::size_t> carried_;
  std::vector<Step> past_, future_;
  bool dragging_ = false;
  bool drag_remembered_ = false;
};

}  // namespace theta
