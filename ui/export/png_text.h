// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace theta {

/// The key under which a picture carries its state.
inline constexpr char png_state_key[] = "thetalab";

/// A PNG with a text in it (chunk iTXt, not compressed: anything can read it). Qt would compress it, and
/// unpack what others compressed without a limit.
QByteArray with_png_text(const QByteArray& png, const QByteArray& key, const QByteArray& text);

/// The text of that key, in whatever kind of chunk others may have put it (tEXt, zTXt, iTXt); none where
/// there is no such text, it is longer than the largest, or the chunks do not fit the file.
std::optional<QByteArray> png_text(const QByteArray& png, const QByteArray& key, qsizetype largest = 4 << 20);

bool is_png(const QByteArray& bytes);

/// Whether its chunks are all there, down to the last one, with the check sums they say.
bool is_whole_png(const QByteArray& bytes);

}  // namespace theta
