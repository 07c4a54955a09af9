// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film.h"

class QWidget;

namespace theta {

/// Writes a film, and shows how far it is and a button that stops. Problems are thrown as by write_film; none
/// where it was stopped.
std::optional<WrittenFilm> write_film_watched(const Film& film, const std::filesystem::path& output,
                                              QWidget* parent);

}  // namespace theta
