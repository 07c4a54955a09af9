// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

class QApplication;

namespace theta {

/// Lets Qt paint without a display for as long as it lives; says on stderr when there are no fonts to paint
/// with.
class Offscreen {
 public:
  Offscreen();
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

 private:
  char name_[9] = "thetalab";
  char* arguments_[2] = {name_, nullptr};  // Qt keeps hold of these
  int count_ = 1;
  QtMessageHandler handler_ = nullptr;
  std::unique_ptr<QApplication> application_;
};

}  // namespace theta
