// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/document.h"

#include <utility>

namespace theta {
namespace {

constexpr std::size_t longest_history = 1000;

}  // namespace

Document::Document(const Lab& lab) : lab_(&lab), values_(initial_values(lab)) {}

std::vector<Problem> Document::apply(const Edits& edits) {
  auto result = change(lab_->fields, values_, edits);
  if (auto* problems = std::get_if<std::vector<Problem>>(&result)) return std::move(*problems);
  Changed& changed = std::get<Changed>(result);
  carried_ = std::move(changed.carried);
  if (changed.values == values_) return {};
  remember();
  values_ = std::move(changed.values);
  return {};
}

std::vector<Problem> Document::replace(const Lab& lab, const Values& values) {
  std::vector<Problem> problems = check(lab.fields, values);
  if (!problems.empty()) return problems;
  carried_.clear();
  if (&lab == lab_ && values == values_) return {};
  remember();
  lab_ = &lab;
  values_ = values;
  return {};
}

void Document::begin_drag() {
  dragging_ = true;
  drag_remembered_ = false;
}

void Document::end_drag() {
  const bool back_at_start = dragging_ && drag_remembered_ && !past_.empty() && past_.back().lab == lab_ &&
                             past_.back().values == values_;
  if (back_at_start) past_.pop_back();  // undoing it would show nothing
  dragging_ = drag_remembered_ = false;
}

void Document::remember() {
  if (dragging_ && drag_remembered_) return;
  drag_remembered_ = dragging_;
  future_.clear();
  past_.push_back({lab_, values_});
  if (past_.size() > longest_history) past_.erase(past_.begin());
}

void Document::undo() {
  if (past_.empty()) return;
  future_.push_back({lab_, std::exchange(values_, std::move(past_.back().values))});
  lab_ = past_.back().lab;
  past_.pop_back();
  carried_.clear();
  drag_remembered_ = false;  // what a drag still does after this is a step of its own
}

void Document::redo() {
  if (future_.empty()) return;
  past_.push_back({lab_, std::exchange(values_, std::move(future_.back().values))});
  lab_ = future_.back().lab;
  future_.pop_back();
  carried_.clear();
  drag_remembered_ = false;
}

}  // namespace theta
