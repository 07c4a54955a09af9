// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figure/axis_motion.h"

#include <algorithm>
#include <utility>

namespace theta {
namespace {

bool same_kind(const PanelShape& a, const PanelShape& b) {
  return a.id == b.id && a.x.scale == b.x.scale && a.y.scale == b.y.scale &&
         a.x.categories.size() == b.x.categories.size() && a.y.categories.size() == b.y.categories.size() &&
         a.frame == b.frame && a.polar == b.polar && a.equal_aspect == b.equal_aspect && a.cell == b.cell;
}

void take_limits(Axis& to, const Axis& from) {
  to.low = from.low;
  to.high = from.high;
}

void blend(Axis& shown, const Axis& from, const Axis& to, double part) {
  const auto between = [&](double a, double b) {
    return a == b ? a : from_along(to, along(to, a) + part * (along(to, b) - along(to, a)));
  };
  shown.low = between(from.low, to.low);
  shown.high = between(from.high, to.high);
}

/// Where a motion towards `to` must have begun to be at `shown` after `part` of the way.
void begin_so_that(Axis& from, const Axis& shown, const Axis& to, double part) {
  const auto start = [&](double now, double end) {
    return (along(to, now) - part * along(to, end)) / (1 - part);
  };
  from.low = from_along(to, start(shown.low, to.low));
  from.high = from_along(to, start(shown.high, to.high));
}

}  // namespace

void AxisMotion::aim(std::vector<PanelShape> target) {
  target_ = std::move(target);
  if (!std::ranges::equal(shown_, target_, same_kind)) {
    shown_ = from_ = target_;
    part_ = 0;
    return;
  }
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    PanelShape next = target_[i];
    take_limits(next.x, shown_[i].x);
    take_limits(next.y, shown_[i].y);
    shown_[i] = from_[i] = std::move(next);
    if (part_ <= 0) continue;  // a motion under way goes on to the new limits without a jump
    begin_so_that(from_[i].x, shown_[i].x, target_[i].x, part_);
    begin_so_that(from_[i].y, shown_[i].y, target_[i].y, part_);
  }
}

void AxisMotion::hold(bool held) {
  held_ = held;
  if (held) begin();
}

void AxisMotion::begin() {
  from_ = shown_;
  part_ = 0;
}

void AxisMotion::arrive() {
  shown_ = from_ = target_;
  part_ = 0;
}

bool AxisMotion::moving() const { return !held_ && shown_ != target_; }

void AxisMotion::advance(double part) {
  if (held_ || from_.size() != target_.size()) return;
  if (part >= 1) return arrive();
  part_ = part;
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    blend(shown_[i].x, from_[i].x, target_[i].x, part);
    blend(shown_[i].y, from_[i].y, target_[i].y, part);
  }
}

}  // namespace theta
