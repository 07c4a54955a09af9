// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/film_choice.h"
#include "core/model/field.h"
#include "core/model/lab.h"
#include "core/model/vary.h"

#include <vector>

// A film's choices as a panel of parameters has them: the range of what is moved, how fast, and the sheet.

namespace theta {

/// `played`: the parameter that is moved, while all of them have these values.
std::vector<Field> film_fields(const Field& played, const Values& values, FilmFormat format);

/// The values of these fields.
Values film_values(const Field& played, const FilmChoice& choice);

/// The choice with what the values say.
FilmChoice with_film_values(FilmChoice choice, const Values& values);

/// Where a film of a lab's parameter may begin and end.
FilmRange proposed_film_range(const Lab& lab, std::size_t field, const Values& values, std::int64_t steps);

/// Throws InputError where there is no such variation.
Variation film_variation(const Lab& lab, const FilmChoice& choice);

}  // namespace theta
