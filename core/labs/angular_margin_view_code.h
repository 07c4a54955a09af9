// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace theta {

/// A function of Python for a point of space, or for arrays of them: Orthographic's projection.
inline constexpr const char* margin_view_code = R"(
def seen(x, y, z):
    """To the right, up and towards the viewer, who looks at the sphere from a longitude and a latitude."""
    near = x * math.cos(yaw) + y * math.sin(yaw)
    right = y * math.cos(yaw) - x * math.sin(yaw)
    return right, z * math.cos(pitch) - near * math.sin(pitch), near * math.cos(pitch) + z * math.sin(pitch)

)";

}  // namespace theta
