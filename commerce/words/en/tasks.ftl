## What people are to do or to answer.

tasks-title = To do
tasks-says = { $count ->
    [0] Nothing is to be done.
    [one] One thing to do: { $first }
   *[other] { $count } things to do. First: { $first }
}
tasks-column-number = No.
tasks-column-what = What
tasks-column-whose = Whose
tasks-column-due = Due
tasks-anybody = anybody
task-status = task
task-open = open
task-done = done
task-yes = yes
task-no = no
task-finish-title = Task { $number } is done: { $title }
task-answer-title = Answer { $number }: { $title }
task-finished = Task { $number } is off the list.
task-answered = Question { $number } is answered: { $answer }.
task-button-done = { $number } is done
task-button-yes = Yes to { $number }
task-button-no = No to { $number }
tasks-of-me = mine
tasks-of-team = everyone’s
task-answer-yes = yes
task-answer-no = no
form-task = Task
form-answer = Answer
error-task-several = { $count } tasks may be meant. Say the number.
error-task-not-done = Task { $number } is not done, or was a question.
web-act-finish_task = A task is done
web-act-answer_task = Answer a question
web-place-tasks = To do
web-place-tasks-line = What workflows ask people to do or to answer.
form-of = Whose
