// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// One function a kind of a variant; leaving a kind out does not compile.
template <class... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace theta
