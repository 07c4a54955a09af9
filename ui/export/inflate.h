// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace theta {

/// What zlib packed (RFC 1950), where that is whole and comes to at most so many bytes: unpacking what others
/// packed stops there, however much a few bytes stand for. None for all else.
std::optional<QByteArray> inflated(const QByteArray& packed, qsizetype largest);

}  // namespace theta
